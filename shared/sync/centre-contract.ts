import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { DeviceId, Epoch, LocalTime, RecordId, Sha256 } from '../kernel/ids.ts'
import { RecordSummary } from '../kernel/record-contract.ts'
import type { Problem } from '../kernel/result.ts'

export type UndoProblem =
  | Problem<'sync.noSuchBatch', { readonly head: string }>
  | Problem<'sync.ownBatch', { readonly head: string }>
  | Problem<'sync.alreadyUndone', { readonly head: string }>
  | Problem<'sync.notUndone', { readonly head: string }>
  | Problem<'sync.notSupervisor', Record<string, never>>
  | Problem<'sync.whyMissing', Record<string, never>>

/** What leaving out a batch, or taking it in again, does; the same numbers before and after. */
export const UndoReport = z.object({
  head: Sha256,
  lines: z.int(),
  records: z.int(),
  /** Records that are gone from the lists afterwards, because nothing else says anything of them. */
  vanish: z.int(),
  /** Later lines built on this batch, which are held until it counts again. */
  dependents: z.int(),
  applied: z.boolean(),
})
export type UndoReport = z.infer<typeof UndoReport>

/** Where the work on a record is by now: least far of its own lines. */
export const Place = z.enum(['here', 'packed', 'onTarget', 'confirmed'])
export type Place = z.infer<typeof Place>

export const WhereItem = RecordSummary.extend({
  place: Place,
  /** Names of the targets that hold all of it, and of the supervisors who confirmed all of it. */
  targets: z.array(z.string()),
  confirmedBy: z.array(z.string()),
  files: z.int(),
  /** Files it names whose original is not on this device. */
  filesMissing: z.int(),
})
export type WhereItem = z.infer<typeof WhereItem>

/** A line, or a whole batch, that does not count, and why: nothing is left out in silence. */
export const AsideItem = z.object({
  /** sha256 of the line, or of the head of the batch. */
  id: Sha256,
  what: z.enum(['line', 'batch']),
  standing: z.enum(['held', 'rejected', 'excluded', 'quarantined', 'damaged']),
  /** missingParent, uponExcluded, newerApp, notAllowed, excluded, revoked, notEnrolled, forked, gap… */
  reason: z.string(),
  device: DeviceId,
  name: z.string(),
  seq: z.int().nullable(),
  record: RecordSummary.nullable(),
  why: z.string(),
  at: LocalTime,
})
export type AsideItem = z.infer<typeof AsideItem>

/** One stretch of a device's stream as this device holds it. */
export const Stream = z.object({
  device: DeviceId,
  name: z.string(),
  epoch: Epoch,
  /** Highest number received, and those below it that are missing (the first 50). */
  last: z.int(),
  missing: z.array(z.int()),
  forked: z.boolean(),
  /** What the newest batch says of its time; and how far its clock was off when that could be told, in seconds (fast is positive). */
  created: LocalTime,
  clockOffset: z.int().nullable(),
})
export type Stream = z.infer<typeof Stream>

/** Something that a person must look at; `about` is a device, a target or a batch. */
export const Alarm = z.object({
  code: z.enum([
    'fork',
    'gap',
    'damaged',
    'rolledBack',
    'trustExpired',
    'trustForked',
    'trustRolledBack',
    'clockWrong',
    'sameId',
    'restored',
    'digestDiffers',
    'targetChanged',
  ]),
  about: z.string(),
  facts: z.record(z.string(), z.json()),
  at: LocalTime,
})
export type Alarm = z.infer<typeof Alarm>

export const centreContract = {
  /** What a batch that came in would take away if it were left out; nothing is kept. */
  'sync.rehearseUndo': command<UndoProblem>()(z.object({ head: Sha256 }), UndoReport),
  /** A supervisor leaves a batch out: a decision line; nothing is deleted, and other supervisors follow. */
  'sync.undo': command<UndoProblem>()(z.object({ head: Sha256, why: z.string().trim().max(2000) }), UndoReport),
  'sync.redo': command<UndoProblem>()(z.object({ head: Sha256, why: z.string().trim().max(2000) }), UndoReport),
  /** One status for the whole. */
  'sync.centre': query(
    z.object({}),
    z.object({
      records: z.record(Place, z.int()),
      /** Lines of this device that nobody has confirmed, and bytes of the files that travel with them. */
      unconfirmed: z.object({ lines: z.int(), records: z.int(), batches: z.int(), bytes: z.int() }),
      conflicts: z.int(),
      aside: z.record(z.string(), z.int()),
      filesMissing: z.int(),
      streams: z.array(Stream),
      alarms: z.array(Alarm),
      lastExchange: LocalTime.nullable(),
    }),
  ),
  /** This device's own records and where each is, those that are least far first; a keyset page. */
  'sync.where': query(
    z.object({ place: Place.optional(), limit: z.int().max(200).default(50), after: z.string().optional() }),
    z.object({ total: z.int(), items: z.array(WhereItem), next: z.string().nullable() }),
  ),
  /** Records of any device that name files whose original is not on this one; a keyset page. */
  'sync.missingFiles': query(
    z.object({ limit: z.int().max(200).default(50), after: z.string().optional() }),
    z.object({ total: z.int(), items: z.array(RecordSummary.extend({ filesMissing: z.int() })), next: z.string().nullable() }),
  ),
  'sync.aside': query(
    z.object({ limit: z.int().max(200).default(50), after: z.string().optional() }),
    z.object({ total: z.int(), items: z.array(AsideItem), next: z.string().nullable() }),
  ),
  /** Brackets the time of a record by evidence: not before the newest pack its author had seen, not after the first receipt for it. */
  'sync.provenTime': query(
    z.object({ id: RecordId }),
    z.object({
      claimed: LocalTime,
      notBefore: z.object({ at: LocalTime, by: z.string() }).nullable(),
      notAfter: z.object({ at: LocalTime, by: z.string() }).nullable(),
      clockOffset: z.int().nullable(),
    }),
  ),
}
