import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { DeviceId, LocalTime, RecordId, Sha256 } from '../kernel/ids.ts'
import { Operation } from '../kernel/line.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import { type RecordProblem, RecordSummary } from '../kernel/record-contract.ts'
import type { Problem } from '../kernel/result.ts'

export type ConflictProblem =
  | Problem<'conflict.none', { readonly id: string }>
  /** Somebody's work arrived since the screen was opened: it is shown again, what was chosen so far stays. */
  | Problem<'conflict.moved', { readonly id: string }>
  | Problem<'conflict.unsettled', { readonly fields: readonly string[] }>
  | Problem<'conflict.notSupervisor', Record<string, never>>

/** A value of a field as some revision says it; left out where that revision has the field not at all. */
const Value = z.json().optional()

/** Who wrote, when they say, and why. */
export const Side = z.object({
  revision: Sha256,
  device: DeviceId,
  name: z.string(),
  by: z.string(),
  at: LocalTime,
  op: Operation,
  why: z.string().optional(),
})
export type Side = z.infer<typeof Side>

/** A field that was changed apart in different ways: what it was before, and what each side made of it. */
export const ConflictField = z.object({
  /** JSON Pointer of the field or group; a row of a keyed list is `/items/{key}/…`, a file `att/{id}`. */
  field: z.string(),
  /** The fields it stands for when several mean something only together. */
  members: z.array(z.string()),
  base: Value,
  candidates: z.array(z.object({ revision: Sha256, value: Value })).min(2),
  /** The revision whose value is displayed meanwhile. */
  shown: Sha256,
})
export type ConflictField = z.infer<typeof ConflictField>

/** A field that only one side changed; told apart from what needs a decision. */
export const ParallelField = z.object({ field: z.string(), revision: Sha256, base: Value, value: Value })

export const OpenConflict = z.object({
  record: RecordSummary,
  heads: z.array(Sha256),
  /** Everybody named below, once. */
  sides: z.array(Side),
  fields: z.array(ConflictField),
  parallel: z.array(ParallelField),
})
export type OpenConflict = z.infer<typeof OpenConflict>

export const conflictContract = {
  /** Records with an open conflict, the newest first; a keyset page. */
  'conflict.list': query(
    z.object({ limit: z.int().max(200).default(50), after: z.string().optional() }),
    z.object({
      total: z.int(),
      items: z.array(RecordSummary.extend({ fields: z.int(), devices: z.array(z.string()) })),
      next: z.string().nullable(),
    }),
  ),
  /** Null when the record has no open conflict (any more). */
  'conflict.get': query(z.object({ id: RecordId }), OpenConflict.nullable()),
  /**
   * A supervisor settles every field in conflict, each by the revision whose value shall stand: a merge revision that names all heads.
   * `heads` are those the person looked at.
   */
  'conflict.settle': command<ConflictProblem | RecordProblem | FieldProblem>()(
    z.object({
      id: RecordId,
      heads: z.array(Sha256).min(1),
      choices: z.array(z.object({ field: z.string(), revision: Sha256 })),
      why: z.string().trim().max(2000).default(''),
    }),
    z.object({ id: RecordId, revision: Sha256 }),
  ),
}
