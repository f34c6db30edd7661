import type { Json } from './canonical.ts'
import { differing, fieldsOf, filesOf } from './fields.ts'
import type { AttachmentRef, Operation } from './line.ts'
import type { Revision } from './merge.ts'
import type { MergeShape } from './merge-shape.ts'
import { type MergedView, mergedView } from './view.ts'

/** A revision as it lies in the log. All given ones carry the same record id. */
export interface LoggedRevision {
  readonly id: string
  readonly dev: string
  readonly par: readonly string[]
  readonly op: Operation
  readonly w: readonly string[]
  readonly doc: { readonly [key: string]: Json }
  readonly att?: readonly AttachmentRef[] | undefined
  readonly why?: string | undefined
  readonly corrects?: string | undefined
  /** Left out by a person's decision, or every batch that brought it does not count. */
  readonly excluded?: boolean | undefined
}

/**
 * effective: counts; held: what it stands upon has not arrived, or is left out; rejected: kept and shown, but the operation was not
 * allowed; excluded: left out by decision.
 */
export type RevisionStatus = 'effective' | 'held' | 'rejected' | 'excluded'

/** Why a revision does not count; what a person is told of a line that was put aside. */
export type AsideReason = 'missingParent' | 'uponExcluded' | 'uponRejected' | 'notAllowed' | 'excluded'

export interface Evaluation {
  readonly status: ReadonlyMap<string, RevisionStatus>
  /** Of every revision that is not effective. */
  readonly reasons: ReadonlyMap<string, AsideReason>
  readonly generation: ReadonlyMap<string, number>
  /** null while no revision is effective. */
  readonly view: MergedView | null
}

interface Verdict {
  readonly status: RevisionStatus
  /** Left out when it counts. */
  readonly reason?: AsideReason
}

interface Standing extends Verdict {
  readonly gen: number
  readonly sealed: boolean
}

/** A parent that has not arrived. */
const MISSING: Standing = { status: 'held', reason: 'missingParent', gen: 0, sealed: false }

const SEALING: ReadonlySet<Operation> = new Set(['submit', 'correct', 'review', 'merge', 'void', 'link'])

interface Act {
  readonly revision: LoggedRevision
  /** By the device of the root line. */
  readonly own: boolean
  readonly supervisor: boolean
  readonly parents: number
  readonly parentSealed: boolean
  readonly allSealed: boolean
  /** The fields it says it set, and those in which its document differs from what its parents show, whatever it says. */
  readonly touched: () => readonly string[]
}

const fillsDraft = ({ own, parentSealed }: Act): boolean => own && !parentSealed
const touchesOnlyReview = ({ touched }: Act): boolean => touched().every((field) => field === '/review')

/** Which operation may stand upon which parents, and by whom; depends on ancestors and roles only, never on time. */
const LAWS: Readonly<Record<Operation, (act: Act) => boolean>> = {
  put: fillsDraft,
  submit: fillsDraft,
  correct: ({ revision, own, supervisor, allSealed }) =>
    allSealed && (own || supervisor) && revision.corrects !== undefined && Boolean(revision.why),
  review: (act) => act.allSealed && act.supervisor && touchesOnlyReview(act),
  merge: ({ own, supervisor, parents, parentSealed }) => parents >= 2 && (supervisor || (own && !parentSealed)),
  void: ({ revision, own, supervisor, parents, touched }) =>
    (own || supervisor) && Boolean(revision.why) && (parents === 0 || touched().length === 0),
  link: ({ supervisor, allSealed }) => allSealed && supervisor,
}

/** What follows from the parents alone: upon what is rejected nothing ever counts, upon what may still come it waits. */
function verdictUpon(parents: readonly Standing[]): Verdict | null {
  if (parents.some(({ status }) => status === 'rejected')) return { status: 'rejected', reason: 'uponRejected' }
  if (parents.every(({ status }) => status === 'effective')) return null
  // What is missing cannot be had by a decision, so it is told first.
  const isMissing = parents.some(({ reason }) => reason === 'missingParent')
  return { status: 'held', reason: isMissing ? 'missingParent' : 'uponExcluded' }
}

interface Known {
  /** The device of the record's root line. */
  readonly owner: string
  readonly isSupervisor: (device: string) => boolean
  readonly shape: MergeShape
}

class Evaluator {
  private readonly byId: ReadonlyMap<string, LoggedRevision>
  private readonly standing = new Map<string, Standing>()
  private readonly known: Known

  constructor(revisions: readonly LoggedRevision[], known: Known) {
    this.byId = new Map(revisions.map((revision) => [revision.id, revision]))
    this.known = known
  }

  /** Judges a revision and all it stands upon, the oldest first; in a loop, so that no history is too long for the stack. */
  standingOf(id: string): Standing {
    const waiting = this.standing.has(id) ? [] : [id]
    for (let at = waiting.at(-1); at !== undefined; at = waiting.at(-1)) {
      const revision = this.byId.get(at)
      const unjudged = (revision?.par ?? []).filter((parent) => !this.standing.has(parent))
      if (unjudged.length === 0) {
        this.standing.set(at, revision === undefined ? MISSING : this.judge(revision))
        waiting.pop()
      } else waiting.push(...unjudged)
    }
    return this.standing.get(id) ?? MISSING
  }

  private judge(revision: LoggedRevision): Standing {
    const parents = revision.par.map((parent) => this.standing.get(parent) ?? MISSING)
    const gen = 1 + Math.max(0, ...parents.map((parent) => parent.gen))
    const parentSealed = parents.some((parent) => parent.sealed)
    const sealed = parentSealed || SEALING.has(revision.op)
    return { ...this.verdictOn(revision, parents), gen, sealed }
  }

  private verdictOn(revision: LoggedRevision, parents: readonly Standing[]): Verdict {
    if (revision.excluded === true) return { status: 'excluded', reason: 'excluded' }
    const upon = verdictUpon(parents)
    if (upon !== null) return upon
    return this.allowed(revision, parents) ? { status: 'effective' } : { status: 'rejected', reason: 'notAllowed' }
  }

  private allowed(revision: LoggedRevision, parents: readonly Standing[]): boolean {
    const { owner, isSupervisor } = this.known
    return LAWS[revision.op]({
      revision,
      own: revision.dev === owner,
      supervisor: isSupervisor(revision.dev),
      parents: new Set(revision.par).size,
      parentSealed: parents.some(({ sealed }) => sealed),
      allSealed: parents.length > 0 && parents.every(({ sealed }) => sealed),
      touched: () => this.touchedBy(revision),
    })
  }

  private touchedBy({ par, w, doc, att = [] }: LoggedRevision): readonly string[] {
    const { shape } = this.known
    const before = this.shownUpon(par)
    return [...w, ...differing(fieldsOf(before.doc, shape), fieldsOf(doc, shape)), ...differing(filesOf(before.att), filesOf(att))]
  }

  /** What its parents, all of them effective, showed to whoever wrote a revision. */
  private shownUpon(parents: readonly string[]): Pick<MergedView, 'doc' | 'att'> {
    const [only = ''] = parents
    const { doc = {}, att = [] } = this.byId.get(only) ?? {}
    return parents.length < 2 ? { doc, att } : mergedView(this.upTo(parents), this.known.shape)
  }

  /** These revisions and all they stand upon. */
  private upTo(ids: readonly string[]): Revision[] {
    const found = new Map<string, Revision>()
    const waiting = [...ids]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const revision = this.byId.get(id)
      if (revision === undefined || found.has(id)) continue
      found.set(id, { ...revision, gen: (this.standing.get(id) ?? MISSING).gen })
      waiting.push(...revision.par)
    }
    return [...found.values()]
  }
}

/**
 * Judges every revision of one record and merges the effective ones. The same set gives the same answer in any order.
 * `owner` is the device of the record's root line, `shape` that of its kind.
 */
export function evaluate(
  revisions: readonly LoggedRevision[],
  owner: string,
  isSupervisor: (device: string) => boolean,
  shape: MergeShape = {},
): Evaluation {
  const evaluator = new Evaluator(revisions, { owner, isSupervisor, shape })
  const judged = revisions.map((revision) => ({ revision, ...evaluator.standingOf(revision.id) }))
  const effective: Revision[] = judged.filter(({ status }) => status === 'effective').map(({ revision, gen }) => ({ ...revision, gen }))
  return {
    status: new Map(judged.map(({ revision, status }) => [revision.id, status])),
    reasons: new Map(judged.flatMap(({ revision, reason }) => (reason === undefined ? [] : [[revision.id, reason] as const]))),
    generation: new Map(judged.map(({ revision, gen }) => [revision.id, gen])),
    view: effective.length === 0 ? null : mergedView(effective, shape),
  }
}
