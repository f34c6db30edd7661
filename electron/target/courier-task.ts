import { z } from 'zod'
import { DeviceId, Epoch, Sha256 } from '#shared/kernel/ids'
import { Finding, TargetSettings } from '#shared/target/target-contract'

const place = { settings: TargetSettings, secret: z.string() }
const Seq = z.int().positive()

/** One file of a sealed batch: its path on the target, and where it lies here. */
const OutgoingFile = z.object({ name: z.string(), path: z.string(), size: z.int() })

/** A sealed batch to be published, its files in the order in which they are written, the head last. */
export const OutgoingBatch = z.object({ epoch: Epoch, seq: Seq, head: Sha256, files: z.array(OutgoingFile).min(1) })
export type OutgoingBatch = z.infer<typeof OutgoingBatch>

export const TrustCopy = z.object({ name: z.string(), bytes: z.base64() })
export type TrustCopy = z.infer<typeof TrustCopy>

const ProbeTask = z.object({ task: z.literal('probe'), ...place, space: z.string() })
export type ProbeTask = z.infer<typeof ProbeTask>

const PublishTask = z.object({
  task: z.literal('publish'),
  ...place,
  space: z.string(),
  device: DeviceId,
  batches: z.array(OutgoingBatch),
  trust: z.array(TrustCopy),
  /** Own batches that are on it as far as is known here, the newest last: when that one is gone, all are looked for. */
  known: z.array(z.object({ epoch: Epoch, seq: Seq })),
  /** The position this device will take next; whoever stands there already writes as this device. */
  next: z.object({ epoch: Epoch, seq: Seq }),
})
export type PublishTask = z.infer<typeof PublishTask>

/** How far a stream has been followed: everything before `next` is settled, and so is what `skip` names. */
export const StreamCursor = z.object({ device: DeviceId, epoch: Epoch, next: Seq, skip: z.array(Seq) })
export type StreamCursor = z.infer<typeof StreamCursor>

const FetchTask = z.object({
  task: z.literal('fetch'),
  ...place,
  space: z.string(),
  /** Where what is fetched is laid out as on a target; with a folder as target, the only place where the process may write. */
  folder: z.string(),
  cursors: z.array(StreamCursor),
  /** The stretch of a stream that this device itself is writing. */
  own: z.object({ device: DeviceId, epoch: Epoch }),
  /** Whose streams are followed; null for all. */
  wanted: z.array(DeviceId).nullable(),
  /** Devices of which more than a little is taken. */
  trusted: z.array(DeviceId),
  /** All there is, or only the trust documents, from which one learns whom to seal for. */
  what: z.enum(['trust', 'all']),
  /** The newest trust documents here. */
  trust: z.object({ root: z.int(), list: z.int() }),
})
export type FetchTask = z.infer<typeof FetchTask>

/** What the courier is asked, once in its life. Secrets come in the message, never on the command line. */
export const CourierTask = z.discriminatedUnion('task', [ProbeTask, PublishTask, FetchTask])
export type CourierTask = z.infer<typeof CourierTask>

/** Why it went no further. What had been done until then is in the reply all the same. */
export const Trouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['unreachable', 'signIn', 'full', 'notAStorage']), reason: z.string() }),
  z.object({ kind: z.literal('otherSpace'), space: z.string() }),
  /** At a position of this device stands a batch that this device did not write. */
  z.object({ kind: z.literal('otherSelf'), part: z.string() }),
  /** A name of ours is taken by other bytes. */
  z.object({ kind: z.literal('differs'), part: z.string() }),
])
export type Trouble = z.infer<typeof Trouble>

const common = {
  /** Local time minus the storage's, in seconds. */
  clockOffset: z.int().nullable(),
  /** Names where names of batches are expected, and that are none: copies of a cloud drive in conflict, mostly. */
  ignored: z.array(z.string()),
  trouble: Trouble.nullable(),
}

export const ProbeReply = z.object({ findings: z.array(Finding), space: z.string().nullable(), trouble: Trouble.nullable() })
export type ProbeReply = z.infer<typeof ProbeReply>

export const PublishReply = z.object({
  published: z.array(Sha256),
  sentBytes: z.int(),
  /** Of `known`: what is not on it any more. */
  gone: z.array(z.object({ epoch: Epoch, seq: Seq })),
  ...common,
})
export type PublishReply = z.infer<typeof PublishReply>

const Position = z.object({ device: DeviceId, epoch: Epoch, seq: Seq })

export const FetchReply = z.object({
  /** Whole in the folder, head last; nothing of them has been believed yet. */
  fetched: z.array(Position.extend({ head: Sha256, bytes: z.int() })),
  unsettled: z.array(Position.extend({ part: z.string(), code: z.enum(['missing', 'wrong', 'badHead', 'tooBig', 'wrongSpace']) })),
  receivedBytes: z.int(),
  /** There is more than one round takes. */
  more: z.boolean(),
  ...common,
})
export type FetchReply = z.infer<typeof FetchReply>
