import { z } from 'zod'
import { DeviceId, Epoch, LocalTime, Sha256, Space } from './ids.ts'

/** What a reader accepts from foreign hands, and therefore what a writer keeps to (docs/batch-format.md, "Limits"). Sizes in bytes. */
export const LIMITS = {
  headBytes: 512 * 1024,
  signatureBytes: 4 * 1024,
  keyBytes: 1024 * 1024,
  keys: 16,
  blobs: 4000,
  seen: 64,
  lines: 10_000,
  bodyBytes: 64 * 1024 * 1024,
  gzipRatio: 200,
  /** Plaintext of one attachment part; its object is larger by the age header and 16 bytes per 64 KiB. */
  partBytes: 8 * 1024 * 1024,
  objectBytes: 8 * 1024 * 1024 + 64 * 1024,
  attachmentBytes: 500 * 1024 * 1024,
  bundleBytes: 1_900_000_000,
  bundleEntries: 50_000,
  trustBytes: 8 * 1024 * 1024,
  textBytes: 256 * 1024,
} as const

/** SSHSIG namespace of the signature over a head. */
export const BATCH_NAMESPACE = 'inspect-batch@v1'

/** The version of this format a reader must have; a head that asks for more in `min` is kept for a newer app. */
export const READER_VERSION = 1

const Seq = z.int().min(1).max(9_999_999_999)
const Count = z.int().nonnegative()

/** One stored object: sha256 of its own bytes, which is also its name, and their number. */
export const StoredObject = z.object({ ct: Sha256, size: z.int().positive().max(LIMITS.objectBytes) })
export type StoredObject = z.infer<typeof StoredObject>

export const AppVersion = z.object({ ver: z.string().max(40), build: z.string().max(80), os: z.string().max(80) })
export type AppVersion = z.infer<typeof AppVersion>

/** The journal lines a head commits to: numbers of the first and the last, and the hash chain up to the last. */
export const JournalSpan = z.object({ from: Count, to: Count, chain: Sha256 })
export const SeenHead = z.object({ device: DeviceId, epoch: Epoch, seq: Seq, head: Sha256 })
export const TrustInForce = z.object({ ver: Count, hash: Sha256 })
export const ForkOf = z.object({ epoch: Epoch, seq: Seq, head: Sha256, reason: z.enum(['restore', 'clone', 'reinstall', 'rekey']) })

/**
 * The small signed file that commits one batch: position in the device's stream, hashes of every object as stored and of the
 * plaintext. Members that a later version adds are ignored here and stay in the signed bytes; what must not be ignored
 * is announced in `crit` or `min`.
 */
export const BatchHead = z.object({
  type: z.literal('inspect-batch/head'),
  v: z.literal(1),
  space: Space,
  device: DeviceId,
  epoch: Epoch,
  seq: Seq,
  prev: Sha256,
  forkOf: ForkOf.optional(),
  created: LocalTime,
  app: AppVersion,
  trust: TrustInForce,
  seen: z.array(SeenHead).max(LIMITS.seen),
  journal: JournalSpan,
  /** sha256 of the canonical JSON of the `to` array of the `env` line. */
  aud: Sha256,
  keys: z.array(StoredObject).min(1).max(LIMITS.keys),
  body: z.object({
    ct: Sha256,
    size: z
      .int()
      .positive()
      .max(LIMITS.bodyBytes + 1024 * 1024),
    pt: Sha256,
    ptSize: z.int().positive().max(LIMITS.bodyBytes),
    enc: z.literal('gzip'),
    lines: z.int().positive().max(LIMITS.lines),
    /** RFC 6962 Merkle root over the lines. */
    root: Sha256,
  }),
  blobs: z.array(StoredObject).max(LIMITS.blobs),
  min: z.int().positive(),
  crit: z.array(z.string().max(60)).max(20),
})
export type BatchHead = z.infer<typeof BatchHead>

/** Where a batch stands: whose stream, which stretch of it, which number. */
export interface BatchPosition {
  readonly device: string
  readonly epoch: string
  readonly seq: number
}

/** Entry names of a bundle and paths on a target; nothing else is looked at. */
export const ENTRY_NAME =
  /^(README\.txt|allowed_signers|format\.json|trust\/(root|list)\/\d{10}\.json(\.sig\.[a-z2-7]{26})?|s\/[a-z2-7]{26}\/[0-9a-f]{16}\/(h\/\d{10}\.json(\.sig)?|[kb]\/[0-9a-f]{64}\.age|a\/[0-9a-f]{2}\/[0-9a-f]{64}\.age))$/

export const streamPath = ({ device, epoch }: Pick<BatchPosition, 'device' | 'epoch'>): string => `s/${device}/${epoch}`

export const headPath = (at: BatchPosition): string => `${streamPath(at)}/h/${String(at.seq).padStart(10, '0')}.json`
export const signaturePath = (at: BatchPosition): string => `${headPath(at)}.sig`
export const keyPath = (at: BatchPosition, sha256: string): string => `${streamPath(at)}/k/${sha256}.age`
export const bodyPath = (at: BatchPosition, sha256: string): string => `${streamPath(at)}/b/${sha256}.age`
export const blobPath = (at: BatchPosition, sha256: string): string => `${streamPath(at)}/a/${sha256.slice(0, 2)}/${sha256}.age`

/** Every object a head commits to, with the path it must lie at, in the order in which they are written. */
export const objectsOf = (head: BatchHead): { readonly path: string; readonly sha256: string; readonly size: number }[] => [
  ...head.blobs.map(({ ct, size }) => ({ path: blobPath(head, ct), sha256: ct, size })),
  { path: bodyPath(head, head.body.ct), sha256: head.body.ct, size: head.body.size },
  ...head.keys.map(({ ct, size }) => ({ path: keyPath(head, ct), sha256: ct, size })),
]
