import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { DeviceId, Epoch, LocalTime, RecordId, Sha256 } from '../kernel/ids.ts'
import { RecordSummary } from '../kernel/record-contract.ts'
import type { Problem } from '../kernel/result.ts'

/** What can be wrong with a bundle; `part` is the entry name inside it, '' for the whole file. */
export const BundleFault = z.object({
  code: z.enum([
    'unreadable',
    'notAZip',
    'badEntry',
    'tooBig',
    'noHead',
    'badHead',
    'badSignature',
    'missingObject',
    'wrongHash',
    'wrongKey',
    'damaged',
    'badLine',
    'notEnrolled',
    'strangerFull',
    'forked',
    'gap',
    'wrongSpace',
    'demo',
    'notAddressed',
    'foreignEntry',
    'needsNewerApp',
  ]),
  part: z.string(),
})
export type BundleFault = z.infer<typeof BundleFault>

export type SyncProblem =
  | Problem<'sync.nothingToPack', Record<string, never>>
  /** No line of this record is in a batch yet, or there is no such record. */
  | Problem<'sync.nothingToProve', { readonly record: string }>
  /** Revisions or decisions of this device are in no batch yet. */
  | Problem<'sync.packFirst', { readonly lines: number }>
  | Problem<'sync.noRecipient', Record<string, never>>
  | Problem<'sync.cannotWrite', { readonly file: string; readonly reason: string }>
  | Problem<'sync.tooBig', { readonly what: string; readonly max: number }>
  | Problem<'sync.fileExists', { readonly file: string }>
  | Problem<'sync.cannotRead', { readonly file: string }>
  | Problem<'sync.bundleRefused', { readonly file: string; readonly faults: readonly BundleFault[] }>
  /** Stands among the refused lines of a report: a whole batch of the same bundle that was left out. */
  | Problem<'sync.batchLeftOut', { readonly seq: number; readonly faults: readonly BundleFault[] }>
  | Problem<'sync.cancelled', Record<string, never>>
  | Problem<'sync.demoProfile', Record<string, never>>
  | Problem<'sync.rehearseFirst', Record<string, never>>
  /** Records can be left out of an import by a supervisor only: nobody else's decision counts. */
  | Problem<'sync.onlySupervisorsLeaveOut', Record<string, never>>
  | Problem<'sync.noRoom', { readonly need: number; readonly free: number }>
  | Problem<'sync.massChange', { readonly changed: number; readonly of: number }>

export const MadeBatch = z.object({
  files: z.array(z.string()),
  head: Sha256,
  seq: z.int(),
  records: z.int(),
  attachments: z.int(),
  bytes: z.int(),
})
export type MadeBatch = z.infer<typeof MadeBatch>

/** What an import does, or would do; the same numbers from the same SQL, in a savepoint that is rolled back. */
export const ImportReport = z.object({
  head: Sha256,
  /** From whom, and when they say they made it. */
  device: DeviceId,
  from: z.string(),
  seq: z.int(),
  created: LocalTime,
  new: z.int(),
  changed: z.int(),
  identical: z.int(),
  conflicts: z.int(),
  duplicates: z.int(),
  held: z.int(),
  /** Lines by their number in the body; 0 for a whole batch of the bundle that was left out. */
  refused: z.array(z.object({ line: z.int(), code: z.string(), facts: z.unknown() })),
  photos: z.int(),
  photosMissing: z.int(),
  /** Receipts in it for batches of this device. */
  receipts: z.int(),
  /** Decisions, and lines of a kind or version that only a newer app knows; those wait for it. */
  decisions: z.int(),
  newer: z.int(),
  /** Batches of this stream before this one that have not arrived. */
  missing: z.array(z.int()),
  /** How far the sender's clock was off, in seconds (fast is positive), when that could be told; null otherwise. */
  clockOffset: z.int().nullable(),
  /** Set when it changes or voids so much of what is here that a person must say yes first. */
  massChange: z.object({ changed: z.int(), of: z.int() }).nullable(),
  /** The first 200 records it brings, for looking before accepting. */
  items: z.array(RecordSummary.extend({ outcome: z.enum(['new', 'changed', 'identical']) })),
  applied: z.boolean(),
  alreadyImported: z.boolean(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const BatchRow = z.object({
  head: Sha256,
  direction: z.enum(['out', 'in']),
  device: DeviceId,
  name: z.string(),
  epoch: Epoch,
  seq: z.int(),
  created: LocalTime,
  lines: z.int(),
  attachments: z.int(),
  records: z.int(),
  file: z.string(),
  /** For a batch of this device: whether a signed receipt came back. */
  received: z.boolean(),
  /** counted; or left out by a decision, or behind the point up to which its device is trusted. */
  standing: z.enum(['counted', 'excluded', 'revoked']),
})
export type BatchRow = z.infer<typeof BatchRow>

/** A file that shows one record of a batch without its neighbours. */
export const MadeProof = z.object({
  file: z.string(),
  bytes: z.int(),
  sha256: Sha256,
  record: RecordId,
  revisions: z.int(),
  receipts: z.int(),
  /** Revisions that are in no batch yet and cannot be proven. */
  unproven: z.array(Sha256),
})
export type MadeProof = z.infer<typeof MadeProof>

/** Everything that is here in one file for a newcomer; photos do not travel along. */
export const MadeSnapshot = z.object({ file: z.string(), bytes: z.int(), batches: z.int(), records: z.int(), digest: Sha256 })
export type MadeSnapshot = z.infer<typeof MadeSnapshot>

export const LoadedSnapshot = z.object({
  /** Who made it, and when they say they did. */
  device: DeviceId,
  created: LocalTime,
  batches: z.int(),
  /** Batches of devices that are not trusted here, or that are not what their device signed. */
  leftOut: z.array(Sha256),
  records: z.int(),
  digest: Sha256,
  expected: Sha256,
  /** Whether the state is the maker's; null where it cannot be, because other batches are here or some were left out. */
  same: z.boolean().nullable(),
})
export type LoadedSnapshot = z.infer<typeof LoadedSnapshot>

export const syncContract = {
  /**
   * Packs all sealed lines that are in no batch yet (or everything, again) for all recipients; with `unconfirmed` also the batches that
   * went out before and that nobody has confirmed, the same bytes again. Long: progress and cancel.
   */
  'sync.makeBatch': command<SyncProblem>()(
    z.object({ to: z.string().min(1), everything: z.boolean().default(false), unconfirmed: z.boolean().default(false) }),
    MadeBatch,
  ),
  /** Opens, verifies and rehearses a bundle; nothing of it is kept. Long: progress and cancel. */
  'sync.rehearse': command<SyncProblem>()(z.object({ file: z.string().min(1) }), z.array(ImportReport)),
  /**
   * Opens, verifies and imports a bundle; each batch in it whole or not at all. Records in `leaveOut` come in as well and are left out by
   * a decision at once. What changes very much of what is here is refused until `massChange` says yes. Long: progress and cancel.
   */
  'sync.import': command<SyncProblem>()(
    z.object({ file: z.string().min(1), leaveOut: z.array(RecordId).max(10_000).default([]), massChange: z.boolean().default(false) }),
    z.array(ImportReport),
  ),
  'sync.status': query(
    z.object({}),
    z.object({
      /** Records that wait, and all lines that do: receipts and reviews travel too. */
      toPack: z.int(),
      linesToPack: z.int(),
      packed: z.int(),
      received: z.int(),
      recipients: z.array(z.object({ id: DeviceId, name: z.string() })),
      suggestedName: z.string(),
      newest: z.array(RecordSummary),
    }),
  ),
  /** Writes a proof of one record, or of one revision of it, that a stranger can check. */
  'sync.prove': command<SyncProblem>()(z.object({ record: RecordId, revision: Sha256.optional(), to: z.string().min(1) }), MadeProof),
  /** For supervisors, or for the devices named. Long: progress and cancel. */
  'sync.makeSnapshot': command<SyncProblem>()(z.object({ to: z.string().min(1), recipients: z.array(DeviceId).default([]) }), MadeSnapshot),
  /** Long: cancel. */
  'sync.loadSnapshot': command<SyncProblem>()(z.object({ file: z.string().min(1) }), LoadedSnapshot),
  'sync.listBatches': query(z.object({ limit: z.int().max(200).default(100) }), z.array(BatchRow)),
}
