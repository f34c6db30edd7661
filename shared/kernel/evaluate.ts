import type { Json } from './canonical.ts'
import type { Operation } from './line.ts'
import { changedFields, type MergedView, mergedView, type Revision } from './view.ts'

/** A revision as it lies in the log. All given ones carry the same record id. */
export interface LoggedRevision {
  readonly id: string
  readonly dev: string
  readonly par: readonly string[]
  readonly op: Operation
  readonly w: readonly string[]
  readonly doc: { readonly [key: string]: Json }
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

export interface Evaluation {
  readonly status: ReadonlyMap<string, RevisionStatus>
  readonly generation: ReadonlyMap<string, number>
  /** null while no revision is effective. */
  readonly view: MergedView | null
}

interface Standing {
  readonly status: RevisionStatus
  readonly gen: number
  readonly sealed: boolean
}

/** A parent that has not arrived. */
const MISSING: Standing = { status: 'held', gen: 0, sealed: false }

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

class Evaluator {
  private readonly byId: ReadonlyMap<string, LoggedRevision>
  private readonly standing = new Map<string, Standing>()
  private readonly owner: string
  private readonly isSupervisor: (device: string) => boolean

  constructor(revisions: readonly LoggedRevision[], owner: string, isSupervisor: (device: string) => boolean) {
    this.byId = new Map(revisions.map((revision) => [revision.id, revision]))
    this.owner = owner
    this.isSupervisor = isSupervisor
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
    if (revision.excluded === true) return { status: 'excluded', gen, sealed }
    if (parents.some((parent) => parent.status === 'rejected')) return { status: 'rejected', gen, sealed }
    if (parents.some((parent) => parent.status !== 'effective')) return { status: 'held', gen, sealed }
    return { status: this.allowed(revision, parents, parentSealed) ? 'effective' : 'rejected', gen, sealed }
  }

  private allowed(revision: LoggedRevision, parents: readonly Standing[], parentSealed: boolean): boolean {
    const own = revision.dev === this.owner
    const supervisor = this.isSupervisor(revision.dev)
    const allSealed = parents.length > 0 && parents.every((parent) => parent.sealed)
    const touched = (): readonly string[] => [...revision.w, ...changedFields(this.shownUpon(revision.par), revision.doc)]
    return LAWS[revision.op]({ revision, own, supervisor, parents: new Set(revision.par).size, parentSealed, allSealed, touched })
  }

  /** The document that its parents, all of them effective, showed to whoever wrote a revision. */
  private shownUpon(parents: readonly string[]): LoggedRevision['doc'] {
    const [only = ''] = parents
    if (parents.length < 2) return this.byId.get(only)?.doc ?? {}
    const before = new Map<string, Revision>()
    const waiting = [...parents]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const revision = this.byId.get(id)
      if (revision === undefined || before.has(id)) continue
      before.set(id, { ...revision, gen: (this.standing.get(id) ?? MISSING).gen })
      waiting.push(...revision.par)
    }
    return mergedView([...before.values()]).doc
  }
}

/**
 * Judges every revision of one record and merges the effective ones. The same set gives the same answer in any order.
 * `owner` is the device of the record's root line.
 */
export function evaluate(revisions: readonly LoggedRevision[], owner: string, isSupervisor: (device: string) => boolean): Evaluation {
  const evaluator = new Evaluator(revisions, owner, isSupervisor)
  const judged = revisions.map((revision) => ({ revision, ...evaluator.standingOf(revision.id) }))
  const effective: Revision[] = judged.filter(({ status }) => status === 'effective').map(({ revision, gen }) => ({ ...revision, gen }))
  return {
    status: new Map(judged.map(({ revision, status }) => [revision.id, status])),
    generation: new Map(judged.map(({ revision, gen }) => [revision.id, gen])),
    view: effective.length === 0 ? null : mergedView(effective),
  }
}
