import { z } from 'zod'
import { DeviceId, Epoch, LocalTime, Sha256 } from '#shared/kernel/ids'
import { BatchHead } from '#shared/sync/batch-head'
import { BundleFault } from '#shared/sync/sync-contract'
import { Inspected } from './inspect-bundle.ts'

/** What the intake process is asked, once in its life. Keys come in the message, never on the command line. */
export const IntakeTask = z.discriminatedUnion('task', [
  z.object({ task: z.literal('inspect'), file: z.string() }),
  z.object({ task: z.literal('verify'), file: z.string() }),
  z.object({
    task: z.literal('open'),
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
  }),
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

export const OpenReply = verdict(
  z.object({
    batches: z.array(
      z.object({
        head: BatchHead,
        headHash: Sha256,
        headBytes: z.base64(),
        signature: z.string(),
        signer: z.string(),
        to: z.array(z.string()),
        lines: z.string(),
        refused: z.array(z.object({ line: z.int(), code: z.string(), facts: z.unknown() })),
        attachments: z.array(z.object({ sha256: Sha256, size: z.int(), path: z.string() })),
      }),
    ),
    refused: z.array(z.object({ head: BatchHead, headHash: Sha256, faults: z.array(BundleFault).min(1) })),
  }),
)
export type OpenReply = z.infer<typeof OpenReply>

/** What the process says: how far it is, and once, at the end, the reply, or why there is none (a system error has its code). */
export const IntakeMessage = z.union([
  z.object({ progress: z.object({ stage: z.string(), done: z.number(), total: z.number() }) }),
  z.object({ reply: z.unknown() }),
  z.object({ defect: z.string(), code: z.string().optional() }),
])
export type IntakeMessage = z.infer<typeof IntakeMessage>
