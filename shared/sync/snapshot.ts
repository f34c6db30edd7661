import { z } from 'zod'
import { LIMITS } from '../kernel/batch-head.ts'
import { DeviceId, Epoch, LocalTime, Sha256, Space } from '../kernel/ids.ts'

/** SSHSIG namespace of the signature over what a snapshot says of itself. */
export const SNAPSHOT_NAMESPACE = 'inspect-snapshot@v1'

/** Begins a batch: its head, byte for byte, and its signature. As many lines follow as the head says. */
export const SnapshotBatch = z.strictObject({
  head: z.string().max(LIMITS.headBytes),
  sig: z.string().max(LIMITS.signatureBytes),
})
export type SnapshotBatch = z.infer<typeof SnapshotBatch>

/** Stands for a line that the maker does not have: only its Merkle leaf. */
export const LeafOnly = Sha256

const Frontier = z.object({ device: DeviceId, epoch: Epoch, seq: z.int().positive(), head: Sha256 })

/** The last line but one: who made it, how far it goes, and which state it leads to (docs/batch-format.md, "A snapshot"). */
export const SnapshotEnd = z.strictObject({
  type: z.literal('inspect-batch/snapshot'),
  v: z.literal(1),
  space: Space,
  device: DeviceId,
  created: LocalTime,
  /** Newest batch of every stream in it. */
  frontier: z.array(Frontier).max(20_000),
  batches: z.int().positive(),
  records: z.int().nonnegative(),
  /** State digest of the maker. */
  digest: Sha256,
  /** sha256 of all bytes before this line. */
  content: Sha256,
})
export type SnapshotEnd = z.infer<typeof SnapshotEnd>
