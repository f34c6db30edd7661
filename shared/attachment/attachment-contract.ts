import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { RecordId, Sha256 } from '../kernel/ids.ts'
import { AttachmentRef } from '../kernel/line.ts'
import type { RecordProblem } from '../kernel/record-contract.ts'
import type { Problem } from '../kernel/result.ts'

export type AttachmentProblem =
  | RecordProblem
  | Problem<'attachment.tooLarge', { readonly bytes: number; readonly maximum: number }>
  | Problem<'attachment.empty', { readonly name: string }>
  | Problem<'attachment.tooMany', { readonly maximum: number }>

/** 50 MB: what a phone's camera makes, with room. */
export const MAX_PHOTO_BYTES = 50 * 1024 * 1024
export const MAX_ATTACHMENTS = 200

const Bytes = z.instanceof(Uint8Array)

export const attachmentContract = {
  /** Keeps the original bit for bit under its sha256 and names it in the draft. The same bytes in the same slot are added once. */
  'attachment.add': command<AttachmentProblem>()(
    z.object({ record: RecordId, kind: z.string(), slot: z.string().max(60).default(''), name: z.string().min(1).max(200), bytes: Bytes }),
    AttachmentRef.extend({ needsWorkingCopy: z.boolean() }),
  ),
  /** Takes a photo out of the draft; its bytes stay in the store. */
  'attachment.remove': command<RecordProblem>()(z.object({ record: RecordId, id: RecordId }), z.object({ id: RecordId })),
  'attachment.list': query(
    z.object({ record: RecordId }),
    z.array(AttachmentRef.extend({ present: z.boolean(), needsWorkingCopy: z.boolean() })),
  ),
  /** The small copy for screen and print, made by the window: at most 1600 pixels on its longer edge, JPEG. */
  'attachment.putWorkingCopy': command()(z.object({ sha256: Sha256, bytes: Bytes }), z.object({ sha256: Sha256 })),
}
