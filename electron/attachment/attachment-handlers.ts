import { putAttachment } from '#db/attachment/attachment-queries'
import { type Draft, getDraft, saveDraft, saveDraftAttachments } from '#db/kernel/drafts'
import { getRecord } from '#db/kernel/records'
import { type AttachmentProblem, type attachmentContract, MAX_ATTACHMENTS, MAX_PHOTO_BYTES } from '#shared/attachment/attachment-contract'
import type { AttachmentRef } from '#shared/kernel/line'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { HandlersFor } from '../kernel/router.ts'
import { kindOf, newRecordId, timeOf, type World } from '../kernel/world.ts'
import { hasCopy, hasOriginal, keepCopy, keepOriginal } from './blob-store.ts'
import { isPicture, sniff } from './sniff.ts'

interface NewFile {
  readonly record: string
  readonly kind: string
  readonly slot: string
  readonly name: string
  readonly bytes: Uint8Array
}

function whyNot(world: World, { record, kind, name, bytes }: NewFile): AttachmentProblem | null {
  if (getRecord(world.db, record) !== null) return problem('record.sealed', '', { id: record })
  if (kindOf(world, kind) === undefined) return problem('record.unknownKind', '', { kind })
  if (bytes.length === 0) return problem('attachment.empty', '', { name })
  if (bytes.length > MAX_PHOTO_BYTES) return problem('attachment.tooLarge', '', { bytes: bytes.length, maximum: MAX_PHOTO_BYTES })
  const has = getDraft(world.db, record)?.attachments.length ?? 0
  return has >= MAX_ATTACHMENTS ? problem('attachment.tooMany', '', { maximum: MAX_ATTACHMENTS }) : null
}

/** The draft a file goes to; made when the file is the first thing of it. */
function draftFor(world: World, { record: id, kind }: NewFile): Draft {
  const draft = getDraft(world.db, id)
  if (draft !== null) return draft
  saveDraft(world.db, { id, kind, doc: {}, cursor: '', at: timeOf(world) })
  return getDraft(world.db, id) as Draft
}

async function addFile(world: World, file: NewFile): Promise<Result<AttachmentRef & { needsWorkingCopy: boolean }, AttachmentProblem>> {
  const reason = whyNot(world, file)
  if (reason !== null) return refuse(reason)
  const { sha256, size } = await keepOriginal(world.folder, [file.bytes]) // before the row that names it
  const mime = sniff(file.bytes)
  const slot = file.slot === '' ? {} : { slot: file.slot }
  const added = world.db.transaction(() => {
    const draft = draftFor(world, file)
    putAttachment(world.db, { sha256, size, mime, at: timeOf(world) })
    const same = draft.attachments.find((other) => other.sha256 === sha256 && other.slot === slot.slot)
    if (same !== undefined) return same
    const ref: AttachmentRef = { id: newRecordId(), sha256, size, mime, name: file.name, ...slot, addedAt: timeOf(world) }
    saveDraftAttachments(world.db, draft.id, [...draft.attachments, ref], timeOf(world))
    return ref
  })
  world.changed('attachment')
  return ok({ ...added, needsWorkingCopy: isPicture(mime) && !hasCopy(world.folder, sha256) })
}

export const attachmentHandlers: HandlersFor<typeof attachmentContract> = {
  'attachment.add': (world, file) => addFile(world, file),
  'attachment.remove': (world, { record, id }) => {
    const draft = getDraft(world.db, record)
    if (draft === null) return refuse(problem('record.noSuchDraft', '', { id: record }))
    saveDraftAttachments(
      world.db,
      record,
      draft.attachments.filter((file) => file.id !== id),
      timeOf(world),
    )
    world.changed('attachment')
    return ok({ id })
  },
  'attachment.list': (world, { record }) => {
    const files = getRecord(world.db, record)?.attachments ?? getDraft(world.db, record)?.attachments ?? []
    const present = (sha256: string): boolean => hasOriginal(world.folder, sha256)
    return ok(
      files.map((file) => ({
        ...file,
        present: present(file.sha256),
        needsWorkingCopy: isPicture(file.mime) && present(file.sha256) && !hasCopy(world.folder, file.sha256),
      })),
    )
  },
  'attachment.putWorkingCopy': async (world, { sha256, bytes }) => {
    await keepCopy(world.folder, sha256, bytes)
    world.changed('attachment')
    return ok({ sha256 })
  },
}
