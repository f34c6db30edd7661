import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { copyPath, originalPath } from '#electron/attachment/blob-store'
import { listMissingOriginals } from '#electron/attachment/check-originals'
import { newRecordId } from '#electron/kernel/world'
import { MAX_ATTACHMENTS, MAX_PHOTO_BYTES } from '#shared/attachment/attachment-contract'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'

const kind = 'samplingSheet'
const jpeg = (size = 3000): Uint8Array<ArrayBuffer> => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...randomBytes(size)])
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const add = ({ done }: AWorld, record: string, bytes: Uint8Array<ArrayBuffer>, more: { slot?: string; name?: string } = {}) =>
  done('attachment.add', { record, kind, slot: '', name: '现场.jpg', ...more, bytes })

const originals = (folder: string): string[] =>
  readdirSync(`${folder}/blobs`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

test('the original is kept bit for bit under its sha256, and told by its bytes, not by its name', async () => {
  const world = await aWorld()
  const [id, bytes] = [newRecordId(), jpeg()]
  const ref = await add(world, id, bytes, { slot: 'scene', name: '现场.png' })
  expect(ref).toEqual({
    id: ref.id,
    sha256: sha256(bytes),
    size: bytes.length,
    mime: 'image/jpeg',
    name: '现场.png',
    slot: 'scene',
    addedAt: '2026-11-22T10:00:00+08:00',
    needsWorkingCopy: true,
  })
  expect(readFileSync(originalPath(world.folder, ref.sha256)).equals(bytes)).toBe(true)
})

test('a photo may be the first thing of a sheet', async () => {
  const world = await aWorld()
  const id = newRecordId()
  await add(world, id, jpeg())
  expect(await world.done('record.listDrafts', {})).toMatchObject([{ id, kind }])
  await world.done('record.saveDraft', { id, kind, doc: aCompleteSheet() })
  expect(await world.done('attachment.list', { record: id })).toHaveLength(1)
})

test('the same file twice in one slot is one photo; in another slot it is named again, and takes room once', async () => {
  const world = await aWorld()
  const [id, bytes] = [newRecordId(), jpeg()]
  const first = await add(world, id, bytes, { slot: 'scene' })
  const again = await add(world, id, bytes, { slot: 'scene', name: '另一个名字.jpg' })
  const label = await add(world, id, bytes, { slot: 'label' })
  expect(again.id).toBe(first.id)
  expect(label.id).not.toBe(first.id)
  expect((await world.done('attachment.list', { record: id })).map(({ slot }) => slot)).toEqual(['scene', 'label'])
  expect(originals(world.folder)).toEqual([first.sha256])
})

test('an empty file, one too large, and one too many are refused, and nothing of them is kept', async () => {
  const world = await aWorld()
  const id = newRecordId()
  await add(world, id, jpeg())
  const code = async (bytes: Uint8Array<ArrayBuffer>) => {
    const answer = await world.call('attachment.add', { record: id, kind, name: 'a.jpg', bytes })
    return answer.ok ? 'added' : answer.problems[0].code
  }
  expect(await code(new Uint8Array())).toBe('attachment.empty')
  expect(await code(new Uint8Array(MAX_PHOTO_BYTES + 1))).toBe('attachment.tooLarge')
  expect(originals(world.folder)).toHaveLength(1)

  const many = Array.from({ length: MAX_ATTACHMENTS }, (_none, index) => ({ ...refOf(index) }))
  world.world.db.run('UPDATE drafts SET attachments = ? WHERE id = ?', JSON.stringify(many), id)
  expect(await code(jpeg())).toBe('attachment.tooMany')
})

const refOf = (index: number) => ({
  id: newRecordId(),
  sha256: sha256(Buffer.from(String(index))),
  size: 1,
  mime: 'image/jpeg',
  name: 'a.jpg',
  addedAt: '2026-11-22T10:00:00+08:00',
})

test('a photo taken out of the draft is no longer of the sheet; its bytes stay', async () => {
  const world = await aWorld()
  const id = newRecordId()
  const ref = await add(world, id, jpeg())
  await world.done('attachment.remove', { record: id, id: ref.id })
  expect(await world.done('attachment.list', { record: id })).toEqual([])
  expect(originals(world.folder)).toEqual([ref.sha256])
  expect(await world.call('attachment.remove', { record: newRecordId(), id: ref.id })).toMatchObject({
    ok: false,
    problems: [{ code: 'record.noSuchDraft' }],
  })
})

test('the working copy lies beside the original and is asked for until it is there', async () => {
  const world = await aWorld()
  const id = newRecordId()
  const { sha256: name } = await add(world, id, jpeg())
  const copy = jpeg(100)
  await world.done('attachment.putWorkingCopy', { sha256: name, bytes: copy })
  expect(readFileSync(copyPath(world.folder, name)).equals(copy)).toBe(true)
  expect(await world.done('attachment.list', { record: id })).toMatchObject([{ present: true, needsWorkingCopy: false }])
})

test('sealed, the photos stand in the line with their sha256', async () => {
  const world = await aWorld()
  const id = newRecordId()
  const { needsWorkingCopy: _needs, ...ref } = await add(world, id, jpeg(), { slot: 'scene' })
  await world.done('record.saveDraft', { id, kind, doc: aCompleteSheet() })
  await world.done('record.submit', { id })
  expect((await world.done('record.get', { id }))?.attachments).toEqual([ref])
})

test('an original that is gone or altered is noticed by the check', async () => {
  const world = await aWorld()
  const id = newRecordId()
  const [whole, gone, altered] = [await add(world, id, jpeg()), await add(world, id, jpeg()), await add(world, id, jpeg())]
  expect(await listMissingOriginals(world.world, true)).toEqual([])
  rmSync(originalPath(world.folder, gone.sha256))
  writeFileSync(originalPath(world.folder, altered.sha256), jpeg())
  expect(await listMissingOriginals(world.world, false)).toEqual([gone.sha256])
  expect(await listMissingOriginals(world.world, true)).toEqual([gone.sha256, altered.sha256].toSorted())
  expect((await world.done('attachment.list', { record: id })).map(({ sha256: name, present }) => [name, present])).toEqual([
    [whole.sha256, true],
    [gone.sha256, false],
    [altered.sha256, true],
  ])
})
