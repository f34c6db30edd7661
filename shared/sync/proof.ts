import { z } from 'zod'
import { LIMITS } from '../kernel/batch-head.ts'
import { RecordId, Sha256 } from '../kernel/ids.ts'

/** What a proof of one record may hold at most (docs/batch-format.md, "A proof of one record"). */
export const PROOF_LIMITS = { bytes: 32 * 1024 * 1024, batches: 1000, lines: 1000, path: 14 } as const

/** A signed head, byte for byte, LF included. */
export const ProvenBatch = z.strictObject({
  head: z.string().max(LIMITS.headBytes),
  sig: z.string().max(LIMITS.signatureBytes),
  /** `ssh-ed25519 AAAA…` of the device; its hash is the device's name. */
  key: z.string().max(200),
})
export type ProvenBatch = z.infer<typeof ProvenBatch>

/** One line and its way to the root of the batch that carries it. */
export const ProvenLine = z.strictObject({
  line: z.string(),
  /** Which of `batches`, from 0. */
  batch: z.int().nonnegative(),
  /** Which line of that batch, from 0. */
  index: z.int().nonnegative(),
  /** RFC 6962 §2.1.1: the hashes beside the way up, lowest first. */
  path: z.array(Sha256).max(PROOF_LIMITS.path),
})
export type ProvenLine = z.infer<typeof ProvenLine>

/**
 * One record, shown without its neighbours: its revisions, and the receipts of others for the batches that carried them, each with its way
 * to a signed head. The file is canonical JSON and one LF.
 */
export const RecordProof = z.strictObject({
  type: z.literal('inspect-batch/proof'),
  v: z.literal(1),
  record: RecordId,
  batches: z.array(ProvenBatch).min(1).max(PROOF_LIMITS.batches),
  lines: z.array(ProvenLine).min(1).max(PROOF_LIMITS.lines),
})
export type RecordProof = z.infer<typeof RecordProof>
