import { z } from 'zod'
import { BatchHead } from '#shared/kernel/batch-head'
import { DeviceId, Epoch, LocalTime, RecordId, Sha256 } from '#shared/kernel/ids'
import { Operation } from '#shared/kernel/line'
import { HeldTrust, NewerTrust } from '#shared/profile/trust-documents'
import { SnapshotEnd } from '#shared/sync/snapshot'
import { BundleFault } from '#shared/sync/sync-contract'
import { Inspected } from './inspect-bundle.ts'

const opening = {
  file: z.string(),
  /** `AGE-SECRET-KEY-1…` of this device. */
  identity: z.string(),
  /** This device; a batch whose envelope does not name it is refused. */
  device: DeviceId.optional(),
  /** Folder for the plaintext; the only place where the process may write. It exists already. */
  quarantine: z.string(),
  /** Enrolled devices, id → `ssh-ed25519 AAAA…`; left out, any device that proves itself. */
  knownDevices: z.record(DeviceId, z.string()).optional(),
  space: z.string().optional(),
  /** Root and list that are held here. */
  trust: HeldTrust.optional(),
  keep: z.boolean().optional(),
  /** Whether demonstration documents are what is expected; left out, documents are not judged. */
  demo: z.boolean().optional(),
}

/** What the intake process is asked, once in its life. Keys come in the message, never on the command line. */
export const IntakeTask = z.discriminatedUnion('task', [
  z.object({ task: z.literal('inspect'), file: z.string() }),
  z.object({ task: z.literal('verify'), file: z.string() }),
  z.object({ task: z.literal('verifyProof'), file: z.string() }),
  z.object({ task: z.literal('readTrust'), file: z.string(), trust: HeldTrust }),
  z.object({ task: z.literal('open'), ...opening }),
  z.object({ task: z.literal('openSnapshot'), ...opening }),
])
export type IntakeTask = z.infer<typeof IntakeTask>

const Faulty = z.object({ ok: z.literal(false), faults: z.array(BundleFault).min(1) })
const verdict = <T extends z.ZodType>(value: T) => z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), Faulty])

export const InspectReply = verdict(z.array(Inspected))
export type InspectReply = z.infer<typeof InspectReply>

/** A batch of which everything holds that can be checked without a key. */
export const VerifiedBatch = z.object({
  head: Sha256,
  device: DeviceId,
  epoch: Epoch,
  seq: z.int(),
  prev: Sha256,
  created: LocalTime,
  /** `ssh-ed25519 AAAA…` that signed it; the device id is its hash. */
  signer: z.string(),
})
export type VerifiedBatch = z.infer<typeof VerifiedBatch>

export const VerifyReply = verdict(z.array(VerifiedBatch))
export type VerifyReply = z.infer<typeof VerifyReply>

/** A record as a proof shows it: its revisions, and the receipts for the batches that carried them. */
const ReadProof = z.object({
  record: RecordId,
  lines: z.array(
    z.object({
      t: z.enum(['rev', 'receipt']),
      line: Sha256,
      device: DeviceId,
      by: z.string(),
      at: LocalTime,
      /** The batch it is proven with. */
      head: Sha256,
      epoch: Epoch,
      seq: z.int(),
      kind: z.string().optional(),
      op: Operation.optional(),
    }),
  ),
})
export type ReadProof = z.infer<typeof ReadProof>

export const ProofReply = verdict(ReadProof)
export type ProofReply = z.infer<typeof ProofReply>

/** A batch of which everything holds, decrypted into quarantine; told as a part of the reply as soon as it is there. */
export const OpenedPart = z.object({
  head: BatchHead,
  headHash: Sha256,
  headBytes: z.base64(),
  signature: z.string(),
  signer: z.string(),
  to: z.array(z.string()),
  lines: z.string(),
  refused: z.array(z.object({ line: z.int(), leaf: Sha256, code: z.string(), facts: z.unknown() })),
  records: z.int(),
  attachments: z.array(z.object({ sha256: Sha256, size: z.int(), path: z.string() })),
})

export const TrustPart = z.object({ trust: NewerTrust })
export const TrustReply = verdict(NewerTrust)

export const OpenReply = verdict(
  z.object({
    trust: NewerTrust,
    batches: z.array(OpenedPart),
    refused: z.array(
      z.object({
        head: BatchHead,
        headHash: Sha256,
        faults: z.array(BundleFault).min(1),
        kept: z.object({ folder: z.string(), bytes: z.int() }).optional(),
      }),
    ),
    damaged: z.array(z.object({ part: z.string(), seq: z.int(), faults: z.array(BundleFault).min(1) })),
  }),
)
export type OpenReply = z.infer<typeof OpenReply>

export const SnapshotReply = verdict(
  z.object({
    end: SnapshotEnd,
    signer: z.string(),
    batches: z.array(OpenedPart),
    refused: z.array(z.object({ head: BatchHead, headHash: Sha256, faults: z.array(BundleFault).min(1) })),
  }),
)
export type SnapshotReply = z.infer<typeof SnapshotReply>

/** What the process says: how far it is, parts of the reply as they are ready, and once, at the end, the reply, or why there is none (a system error has its code). */
export const IntakeMessage = z.union([
  z.object({ progress: z.object({ stage: z.string(), done: z.number(), total: z.number() }) }),
  z.object({ part: z.unknown() }),
  z.object({ reply: z.unknown() }),
  z.object({ defect: z.string(), code: z.string().optional() }),
])
export type IntakeMessage = z.infer<typeof IntakeMessage>
