import { z } from 'zod'
import { DeviceId, Epoch, LocalTime, RecordId, Sha256 } from './ids.ts'

/** What the store of a device may be asked to keep for ever. Every line is canonical JSON, named by its sha256. */
const common = {
  v: z.literal(1),
  /** Authoring device; must be the owner of the stream that carries the line. */
  dev: DeviceId,
  /** 128 random bits, base64url: makes a line unguessable, so that a proof of one tells nothing of its neighbours. */
  n: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  /** Local time with offset. A claim, never compared to decide anything. */
  at: LocalTime,
  /** The person, by name as in the profile. */
  by: z.string().min(1).max(100),
}

export const Operation = z.enum(['put', 'submit', 'correct', 'review', 'merge', 'void', 'link'])
export type Operation = z.infer<typeof Operation>

/** A file that a revision names. The file itself travels as parts; this is what stands in the evidence. */
export const AttachmentRef = z.strictObject({
  id: RecordId,
  sha256: Sha256,
  size: z.int().nonnegative(),
  mime: z.string().max(100),
  name: z.string().min(1).max(200),
  slot: z.string().max(60).optional(),
  /** When the file was added, by the device's clock. */
  addedAt: LocalTime,
})
export type AttachmentRef = z.infer<typeof AttachmentRef>

/** A revision names so many fields at most, and a name is so long at most. */
export const MAX_FIELDS = 500
export const MAX_FIELD_NAME = 200

export const RevisionLine = z.strictObject({
  t: z.literal('rev'),
  ...common,
  rid: RecordId,
  kind: z.string().max(40),
  /** Schema version of `doc`. */
  sch: z.int().positive(),
  /** Parents: ids of the revisions this one was written upon. */
  par: z.array(Sha256).max(64),
  op: Operation,
  /** JSON Pointers of the fields the person deliberately set, sorted; ignored when there is no parent. */
  w: z.array(z.string().max(MAX_FIELD_NAME)).max(MAX_FIELDS),
  /** The complete document as the person saw it; what JSON.parse gave is JSON, all the way down. */
  doc: z.record(z.string(), z.custom<z.core.util.JSONType>()),
  att: z.array(AttachmentRef).max(200),
  why: z.string().max(2000).optional(),
  corrects: Sha256.optional(),
  /** A record of the demonstration campaign; refused by every real batch and every real profile. */
  demo: z.literal(true).optional(),
})
export type RevisionLine = z.infer<typeof RevisionLine>

export const DecisionLine = z.strictObject({
  t: z.literal('decision'),
  ...common,
  target: Sha256,
  act: z.enum(['exclude', 'include']),
  par: z.array(Sha256).max(64),
  why: z.string().max(2000),
})
export type DecisionLine = z.infer<typeof DecisionLine>

export const ReceiptLine = z.strictObject({
  t: z.literal('receipt'),
  ...common,
  device: DeviceId,
  epoch: Epoch,
  seq: z.int().positive(),
  head: Sha256,
  result: z.enum(['imported', 'quarantined']),
})
export type ReceiptLine = z.infer<typeof ReceiptLine>

export const AuditLine = z.strictObject({ t: z.literal('audit'), ...common, ev: z.string().max(60), data: z.record(z.string(), z.json()) })

/** First line of every body: the devices it is meant for; its hash stands in the head, so a batch cannot be re-addressed. */
export const EnvelopeLine = z.strictObject({ t: z.literal('env'), ...common, to: z.array(z.string().max(80)).min(1).max(500) })

/** Tells which objects of this batch, decrypted and joined in order, are the file with this sha256. */
export const AttachmentLine = z.strictObject({
  t: z.literal('att'),
  ...common,
  sha256: Sha256,
  size: z.int().nonnegative(),
  parts: z.array(z.strictObject({ ct: Sha256, size: z.int().positive() })).max(1000),
})
export type AttachmentLine = z.infer<typeof AttachmentLine>

export const Line = z.discriminatedUnion('t', [RevisionLine, DecisionLine, ReceiptLine, AuditLine, EnvelopeLine, AttachmentLine])
export type Line = z.infer<typeof Line>

/** Limits of hostile input: a line is at most 256 KiB of UTF-8. */
export const MAX_LINE_BYTES = 256 * 1024
