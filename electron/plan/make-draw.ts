import { putAttachment } from '#db/attachment/attachment-queries'
import { getDraft, removeSealedDraft, saveDraft, saveDraftAttachments } from '#db/kernel/drafts'
import { getRecord } from '#db/kernel/records'
import { getEarlierDraw, lastDrawNumber } from '#db/plan/draw-queries'
import type { AttachmentRef } from '#shared/kernel/line'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { type DecidedDraw, type DrawFacts, decideDraw } from '#shared/plan/decide-draw'
import type { DrawOrder } from '#shared/plan/draw-order'
import { keepOriginal } from '../attachment/blob-store.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import { submitDocument } from '../kernel/seal-handlers.ts'
import { dayOf, newRecordId, timeOf, type World } from '../kernel/world.ts'
import { getLaw } from '../reference/reference-data.ts'
import { candidatesOf } from './candidates.ts'
import { keepPeople } from './form-of-draw.ts'
import { POOL_FILE } from './kept-pool.ts'

/** DR-<region>-<day>-<4 of the device>-<running number>: unique without a network, never changed on merge. */
function nextDrawNumber(world: World): string {
  const prefix = `DR-${world.self.region}-${dayOf(world).replaceAll('-', '')}-${world.self.device.slice(0, 4)}-`
  return `${prefix}${String(lastDrawNumber(world.db, prefix) + 1).padStart(3, '0')}`
}

const factsOf = (world: World, { id, title }: DrawOrder): DrawFacts => ({
  no: nextDrawNumber(world),
  region: world.self.region,
  today: dayOf(world),
  now: timeOf(world),
  law: getLaw(world),
  earlier: (poolHash) => getEarlierDraw(world.db, { day: dayOf(world), poolHash, title, except: id }),
})

/** Keeps the file of a large pool, durably, before the record that names it. */
async function keepPool(world: World, text: string): Promise<AttachmentRef> {
  const { sha256, size } = await keepOriginal(world.folder, [Buffer.from(text)])
  const { name, slot, mime } = POOL_FILE
  return { id: newRecordId(), sha256, size, mime, name, slot, addedAt: timeOf(world) }
}

/** Seals the record by way of a draft that carries its file; a refusal leaves nothing behind. */
function sealDraw(world: World, id: string, decided: DecidedDraw, attachments: readonly AttachmentRef[]) {
  return world.db.transaction(() => {
    const at = timeOf(world)
    const doc = { ...decided.doc, no: nextDrawNumber(world) } // another draw may have been sealed while the file was written
    for (const { sha256, size, mime } of attachments) putAttachment(world.db, { sha256, size, mime, at })
    saveDraft(world.db, { id, kind: 'randomDraw', doc, cursor: '', at })
    saveDraftAttachments(world.db, id, attachments, at)
    const sealed = submitDocument(world, { id, kind: 'randomDraw', doc, attachments })
    if (sealed.ok) return ok({ id, revision: sealed.value.revision, no: doc.no })
    removeSealedDraft(world.db, id)
    return sealed
  })
}

/** Draws, seals and remembers the people for the next time; the picks are told to nobody before they are sealed. */
export async function makeDraw(
  world: World,
  order: DrawOrder,
): Promise<Result<{ readonly id: string; readonly revision: string; readonly no: string }>> {
  const { id } = order
  if (getRecord(world.db, id) !== null || getDraft(world.db, id) !== null) return refuse(problem('record.sealed', '', { id }))
  const { problems, ...candidates } = candidatesOf(world, order)
  const [first, ...more] = problems
  if (first !== undefined) return refuse(first, ...more)
  const decided = decideDraw(order, candidates, factsOf(world, order), sha256Of)
  if (!decided.ok) return decided
  const { poolFile } = decided.value
  const attachments = poolFile === null ? [] : [await keepPool(world, poolFile)]
  const sealed = sealDraw(world, id, decided.value, attachments)
  if (sealed.ok) keepPeople(world, order)
  return sealed
}
