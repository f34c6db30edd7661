import { getDraft, removeSealedDraft } from '#db/kernel/drafts'
import type { RecordRow } from '#db/kernel/record-row'
import { getRecord, listRevisionKinds } from '#db/kernel/records'
import { canonical, type Json } from '#shared/kernel/canonical'
import { changedFields } from '#shared/kernel/fields'
import { parseDraft, parseSealed } from '#shared/kernel/kind'
import { type AttachmentRef, MAX_FIELD_NAME, MAX_FIELDS, MAX_LINE_BYTES, type Operation } from '#shared/kernel/line'
import type { MergeShape } from '#shared/kernel/merge-shape'
import type { RecordProblem, recordContract } from '#shared/kernel/record-contract'
import { ok, okUnless, problem, type Result, refuse } from '#shared/kernel/result'
import { problemsOfActs, problemsOfVoiding } from './course.ts'
import type { Sealing } from './kind-rules.ts'
import { appendRevision, type NewRevision } from './log.ts'
import type { HandlersFor } from './router.ts'
import { kindOf, timeOf, type World } from './world.ts'

type Doc = { readonly [key: string]: Json }

interface Seal {
  readonly id: string
  readonly kind: string
  readonly op: Operation
  readonly doc: Doc
  readonly att: readonly AttachmentRef[]
  /** The record as displayed when the person decided; null for a first sealing. */
  readonly upon: RecordRow | null
  readonly why?: string
  /** The fields that a person decided, where several stood against each other; they are named also when the choice is what was shown. */
  readonly settled?: readonly string[]
}

/** The document a head carries: the kind's own members, and the review beside them. */
const headDoc = ({ doc, review }: RecordRow): Doc => ({ ...(doc as Doc), ...(review === null ? {} : { review: { ...review } }) })

/** As many names as a line may hold: a field whose value differs counts as written whether it is named or not. */
const nameable = (fields: readonly string[]): string[] =>
  [...new Set(fields)]
    .filter(({ length }) => length <= MAX_FIELD_NAME)
    .slice(0, MAX_FIELDS)
    .sort()

/** The fields a revision sets, by its author's word. */
const writeSet = (upon: RecordRow, { doc, settled = [] }: Seal, shape: MergeShape | undefined): string[] =>
  nameable([...settled, ...changedFields(headDoc(upon), doc, shape)])

function revisionOf(world: World, order: Seal): NewRevision {
  const { id, kind, op, doc, att, upon, why } = order
  const par = upon?.heads ?? []
  const known = kindOf(world, kind)
  return {
    rid: id,
    kind,
    sch: known?.version ?? 1,
    par: [...par],
    op,
    doc,
    att: [...att],
    w: upon === null ? [] : writeSet(upon, order, known?.merge),
    ...(why === undefined ? {} : { why }),
    ...(op === 'correct' && par[0] !== undefined ? { corrects: par[0] } : {}),
  }
}

/** Who, when and the nonce, which the log adds. */
const STAMP_BYTES = 1024

interface Sealed {
  readonly id: string
  readonly revision: string
  readonly state: RecordRow['state']
  readonly at: string
}

/** One revision on top of all displayed heads, with the fields the person set; in one transaction with what it replaces. */
export function seal(world: World, order: Seal): Result<Sealed, RecordProblem> {
  const { id, kind } = order
  const wanted = revisionOf(world, order)
  const bytes = Buffer.byteLength(canonical(wanted)) + STAMP_BYTES
  if (bytes > MAX_LINE_BYTES) return refuse(problem('record.tooLarge', '', { bytes, maximum: MAX_LINE_BYTES })) // no reader would take it
  const revision = world.db.transaction(() => {
    const line = appendRevision(world, wanted)
    removeSealedDraft(world.db, id)
    return line
  })
  world.changed(kind, 'draft')
  return ok({ id, revision, state: getRecord(world.db, id)?.state ?? 'submitted', at: timeOf(world) })
}

/** Only whole, lawful documents are sealed: the feature's rule decides, or the schema alone where there is no rule. */
function decide(world: World, kindName: string, sealing: Sealing): Result<Doc> {
  const rules = world.rules.get(kindName)
  const kind = kindOf(world, kindName)
  if (kind === undefined) return refuse(problem('record.unknownKind', '', { kind: kindName }))
  const readable = parseDraft(kind, sealing.doc)
  if (!readable.ok) return readable
  const decided =
    rules === undefined ? parseSealed(kind, sealing.doc) : rules.decide(world, { ...sealing, doc: rules.normalize(world, sealing.doc) })
  if (!decided.ok) return decided
  return okUnless(problemsOfActs(world, { id: sealing.id, kind: kindName, doc: decided.value as Doc }), decided.value as Doc)
}

export interface Submission {
  readonly kind: string
  readonly id: string
  readonly doc: Sealing['doc']
  readonly attachments: readonly AttachmentRef[]
}

/** Seals a finished document that never was a draft, or was one. */
export function submitDocument(world: World, { kind, id, doc, attachments }: Submission): Result<Sealed> {
  const decided = decide(world, kind, { id, doc, op: 'submit' })
  return decided.ok ? seal(world, { id, kind, op: 'submit', doc: decided.value, att: attachments, upon: null }) : decided
}

/** Upon a revision of a later version nothing is written here: its new fields would be lost. */
function isFromTheFuture(world: World, id: string): boolean {
  return listRevisionKinds(world.db, id).some(({ kind, sch }) => sch > (kindOf(world, kind)?.version ?? 0))
}

function sealedRecord(world: World, id: string): Result<RecordRow, RecordProblem> {
  const record = getRecord(world.db, id)
  if (record !== null) return isFromTheFuture(world, id) ? refuse(problem('record.newerVersion', '', { id })) : ok(record)
  return refuse(problem(getDraft(world.db, id) === null ? 'record.noSuchRecord' : 'record.notSealed', '', { id }))
}

/** The record, if this device may write upon it. */
function ownRecord(world: World, id: string): Result<RecordRow, RecordProblem> {
  const found = sealedRecord(world, id)
  if (!found.ok) return found
  const allowed = found.value.device === world.self.device || world.self.role === 'supervisor'
  return allowed ? found : refuse(problem('record.notYours', '', { id }))
}

export const sealHandlers: HandlersFor<Pick<typeof recordContract, 'record.submit' | 'record.correct' | 'record.void' | 'record.review'>> =
  {
    'record.submit': (world, { id }) => {
      const draft = getDraft(world.db, id)
      if (draft === null || draft.discarded)
        return refuse(getRecord(world.db, id) === null ? problem('record.noSuchDraft', '', { id }) : problem('record.sealed', '', { id }))
      return submitDocument(world, draft)
    },
    'record.correct': (world, { id, doc, reason }) => {
      const found = ownRecord(world, id)
      if (!found.ok) return found
      if (reason.trim() === '') return refuse(problem('record.reasonMissing', '/reason'))
      const decided = decide(world, found.value.kind, { id, doc: doc as Sealing['doc'], op: 'correct' })
      if (!decided.ok) return decided
      const { kind, attachments: att } = found.value
      return seal(world, { id, kind, op: 'correct', doc: decided.value, att, upon: found.value, why: reason.trim() })
    },
    'record.void': (world, { id, reason }) => {
      const found = ownRecord(world, id)
      if (!found.ok) return found
      if (reason.trim() === '') return refuse(problem('record.reasonMissing', '/reason', {}))
      const { kind, attachments: att, doc } = found.value
      const [first, ...more] = problemsOfVoiding(world, { id, kind, doc })
      if (first !== undefined) return refuse(first, ...more)
      return seal(world, { id, kind, op: 'void', doc: headDoc(found.value), att, upon: found.value, why: reason.trim() })
    },
    'record.review': (world, { id, verdict, remarks }) => {
      const found = sealedRecord(world, id)
      if (!found.ok) return found
      if (world.self.role !== 'supervisor') return refuse(problem('record.notSupervisor', '', {}))
      if (verdict === 'returned' && remarks.trim() === '') return refuse(problem('record.reasonMissing', '/remarks', {}))
      const { kind, attachments: att, doc } = found.value
      const review = { verdict, remarks: remarks.trim(), by: world.self.name, at: timeOf(world) }
      return seal(world, { id, kind, op: 'review', doc: { ...(doc as Doc), review }, att, upon: found.value })
    },
  }
