import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aWorld, reopened } from '../app/a-world.ts'
import { theSignatures } from '../spot-check/a-sheet.ts'
import { aDraft, codes, kind } from './a-record.ts'

const unknown = newRecordId()

test('a draft comes back exactly as it was left, the cursor included, after the program was closed', async () => {
  const { folder, done, close } = await aWorld()
  const [id, doc] = [newRecordId(), { product: { name: '普通硅酸盐水' }, sampling: { base: 2 }, remarks: '  刚打到一半 ' }]
  await done('record.saveDraft', { id, kind, doc, cursor: '/product/name' })
  close()
  const again = await reopened(folder)
  expect(await again.done('record.get', { id })).toMatchObject({
    kind,
    state: 'draft',
    revision: null,
    doc,
    cursor: '/product/name',
    history: [],
  })
})

test('a draft saved a hundred times is one draft, and no line', async () => {
  const world = await aWorld()
  const id = await aDraft(world)
  for (let base = 1; base <= 100; base++) await aDraft(world, { sampling: { base } }, id)
  expect(await world.done('record.listDrafts', {})).toMatchObject([{ id, title: '普通硅酸盐水泥 · 重庆示范水泥有限公司', state: 'draft' }])
  expect(world.lines()).toBe(0)
})

test('a draft is dated and signed as it is saved: a drawn signature gets its time and the content it stands under', async () => {
  const world = await aWorld()
  const id = await aDraft(world)
  const { doc } = (await world.done('record.get', { id })) ?? {}
  const signatures = doc?.['signatures'] as { at: string; over: string }[]
  expect(signatures.map(({ at }) => at)).toEqual(theSignatures.map(() => '2026-11-22T10:00:00+08:00'))
  expect(new Set(signatures.map(({ over }) => over)).size).toBe(1)
  expect(await world.done('spotCheck.checkSheet', { id })).toEqual([])
})

test('a draft thrown away lies in the bin, and comes back whole', async () => {
  const world = await aWorld()
  const id = await aDraft(world)
  const before = await world.done('record.get', { id })
  await world.done('record.discardDraft', { id })
  expect(await world.done('record.listDrafts', {})).toEqual([])
  expect(await world.done('record.listDrafts', { discarded: true })).toMatchObject([{ id }])
  await world.done('record.restoreDraft', { id })
  expect(await world.done('record.get', { id })).toEqual(before)
  expect(codes(await world.call('record.discardDraft', { id: unknown }))).toEqual(['record.noSuchDraft'])
})

test('a draft in the bin is not sealed by mistake', async () => {
  const world = await aWorld()
  const id = await aDraft(world)
  await world.done('record.discardDraft', { id })
  expect(codes(await world.call('record.submit', { id }))).toEqual(['record.noSuchDraft'])
  expect(world.lines()).toBe(0)
})

test('a draft stays of its kind', async () => {
  const world = await aWorld()
  const id = await aDraft(world)
  expect(codes(await world.call('record.saveDraft', { id, kind: 'enterprise', doc: { name: '某厂' } }))).toEqual(['record.otherKind /kind'])
  expect(await world.done('record.get', { id })).toMatchObject({ kind, doc: { product: { name: '普通硅酸盐水泥' } } })
})

test('a draft of an unknown kind, or with what nobody could show again, is refused and nothing is kept', async () => {
  const { call, done } = await aWorld()
  expect(codes(await call('record.saveDraft', { id: unknown, kind: 'weather', doc: {} }))).toEqual(['record.unknownKind /kind'])
  expect(codes(await call('record.saveDraft', { id: unknown, kind, doc: { weather: '晴' } }))).toEqual(['field.unknown'])
  expect(codes(await call('record.saveDraft', { id: 'one', kind, doc: {} }))).toEqual(['field.invalid /id'])
  expect(await done('record.get', { id: unknown })).toBeNull()
})

test('a draft with a character that is none (half an emoji, a NUL) is kept, and sealed without it', async () => {
  const world = await aWorld()
  const id = await aDraft(world, { remarks: '好\u0000的\ud83d' })
  await world.done('record.submit', { id })
  expect(await world.done('record.get', { id })).toMatchObject({ doc: { remarks: '好的\ufffd' } })
})
