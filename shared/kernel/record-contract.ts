import { z } from 'zod'
import { command, query } from './contract.ts'
import { LocalTime, RecordId, Sha256 } from './ids.ts'
import { AttachmentRef, Operation } from './line.ts'
import type { FieldProblem } from './parse-problems.ts'
import type { Problem } from './result.ts'

/** Where a record is, in one word; the same pill everywhere. */
export const RecordState = z.enum(['draft', 'submitted', 'packed', 'received', 'approved', 'returned', 'void'])
export type RecordState = z.infer<typeof RecordState>

export type RecordProblem =
  | Problem<'record.noSuchRecord', { readonly id: string }>
  | Problem<'record.noSuchDraft', { readonly id: string }>
  | Problem<'record.unknownKind', { readonly kind: string }>
  | Problem<'record.sealed', { readonly id: string }>
  | Problem<'record.notSealed', { readonly id: string }>
  | Problem<'record.reasonMissing', Record<string, never>>
  | Problem<'record.notYours', { readonly id: string }>
  | Problem<'record.notSupervisor', Record<string, never>>
  | Problem<'record.openConflict', { readonly fields: string }>
  | Problem<'record.newerVersion', { readonly id: string }>
  | Problem<'record.otherKind', { readonly kind: string }>
  | Problem<'record.tooLarge', { readonly bytes: number; readonly maximum: number }>

const Doc = z.record(z.string(), z.json())
const Written = z.object({ id: RecordId, revision: Sha256.nullable(), state: RecordState, at: LocalTime })

export const RecordSummary = z.object({
  id: RecordId,
  kind: z.string(),
  no: z.string(),
  title: z.string(),
  state: RecordState,
  region: z.string(),
  at: LocalTime,
  by: z.string(),
  demo: z.boolean(),
  conflict: z.boolean(),
})
export type RecordSummary = z.infer<typeof RecordSummary>

export const HistoryEntry = z.object({
  revision: Sha256,
  op: Operation,
  by: z.string(),
  at: LocalTime,
  why: z.string().optional(),
  parents: z.array(Sha256),
  status: z.enum(['effective', 'held', 'rejected', 'excluded']),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** What a supervisor said of the record; part of every kind's document, written only by `review` revisions. */
export const Review = z.strictObject({
  verdict: z.enum(['approved', 'returned']),
  remarks: z.string().max(2000),
  by: z.string().max(100),
  at: LocalTime,
})
export type Review = z.infer<typeof Review>

export const RecordDetail = z.object({
  id: RecordId,
  kind: z.string(),
  state: RecordState,
  /** The head when there is exactly one; null for a draft. */
  revision: Sha256.nullable(),
  doc: Doc,
  attachments: z.array(AttachmentRef),
  review: Review.nullable(),
  conflicts: z.array(
    z.object({
      field: z.string(),
      candidates: z.array(z.object({ id: Sha256, value: z.json().optional(), by: z.string(), at: LocalTime })),
    }),
  ),
  /** The field that had the cursor when the draft was last saved, as a JSON Pointer. */
  cursor: z.string(),
  at: LocalTime,
  by: z.string(),
  demo: z.boolean(),
  history: z.array(HistoryEntry),
})
export type RecordDetail = z.infer<typeof RecordDetail>

export const ListFilter = z.object({
  kind: z.string(),
  /** Free text over number, title and place; every word must occur. */
  search: z.string().max(200).default(''),
  state: RecordState.optional(),
  region: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Keyset: the `next` of the page before. */
  after: z.string().optional(),
  limit: z.int().min(1).max(200).default(50),
})
export type ListFilter = z.input<typeof ListFilter>

export const recordContract = {
  'record.saveDraft': command<RecordProblem | FieldProblem>()(
    z.object({ id: RecordId, kind: z.string(), doc: z.unknown(), cursor: z.string().max(300).default('') }),
    Written,
  ),
  /** Moves a draft to the bin; `record.restoreDraft` brings it back. Nothing is deleted. */
  'record.discardDraft': command<RecordProblem>()(z.object({ id: RecordId }), z.object({ id: RecordId })),
  'record.restoreDraft': command<RecordProblem>()(z.object({ id: RecordId }), z.object({ id: RecordId })),
  'record.submit': command()(z.object({ id: RecordId }), Written),
  'record.correct': command()(z.object({ id: RecordId, doc: z.unknown(), reason: z.string().max(2000) }), Written),
  'record.void': command()(z.object({ id: RecordId, reason: z.string().max(2000) }), Written),
  /** A supervisor's word on a sealed record: approved, or returned with remarks to its author. */
  'record.review': command<RecordProblem>()(
    z.object({ id: RecordId, verdict: z.enum(['approved', 'returned']), remarks: z.string().max(2000).default('') }),
    Written,
  ),
  'record.get': query(z.object({ id: RecordId, history: z.boolean().default(false) }), RecordDetail.nullable()),
  'record.list': query(ListFilter, z.object({ total: z.int(), items: z.array(RecordSummary), next: z.string().nullable() })),
  /** How many records of a kind are in each state, drafts included: the numbers that open `record.list` with that state. */
  'record.countStates': query(z.object({ kind: z.string() }), z.record(RecordState, z.int())),
  /** Everything that is not sealed yet, newest first; at most 200. */
  'record.listDrafts': query(z.object({ discarded: z.boolean().default(false) }), z.array(RecordSummary.extend({ cursor: z.string() }))),
}
