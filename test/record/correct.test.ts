import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aWorld } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { aDraft, aSealedSheet, codes, kind } from './a-record.ts'

const unknown = newRecordId()
const corrected = aCompleteSheet({ remarks: '更正批号', product: { lotNo: 'B-2' } })

test('a correction keeps the sealed document and says why there is another', async () => {
  const world = await aWorld()
  const id = await aSealedSheet(world)
  const before = await world.done('record.get', { id })
  const { revision } = await world.done('record.correct', { id, doc: corrected, reason: ' 批号抄错 ' })
  expect(await world.done('record.get', { id, history: true })).toMatchObject({
    revision,
    state: 'submitted',
    doc: { remarks: '更正批号', product: { lotNo: 'B-2', name: '普通硅酸盐水泥' } },
    history: [
      { revision: before?.revision, op: 'submit' },
      { revision, op: 'correct', why: '批号抄错', parents: [before?.revision] },
    ],
  })
  expect(world.lines()).toBe(2)
})

test('a correction needs a reason, something sealed, and a document the law has nothing against', async () => {
  const world = await aWorld()
  const id = await aSealedSheet(world)
  const draft = await aDraft(world, { head: { no: 'CQ-500103-20261122-abcd-002' } })
  const correct = async (name: string, doc: unknown, reason: string) => codes(await world.call('record.correct', { id: name, doc, reason }))
  expect(await correct(id, corrected, '  ')).toEqual(['record.reasonMissing /reason'])
  expect(await correct(draft, corrected, '理由')).toEqual(['record.notSealed'])
  expect(await correct(unknown, corrected, '理由')).toEqual(['record.noSuchRecord'])
  expect(await correct(id, { ...corrected, samplers: [{ name: '李芳' }] }, '理由')).toEqual(['spotCheck.tooFewSamplers /samplers'])
  expect(await correct(id, null, '理由')).toEqual(['field.invalid'])
  expect(world.lines()).toBe(1)
})

test('a correction keeps the photos', async () => {
  const world = await aWorld()
  const id = await aDraft(world)
  const photo = await world.done('attachment.add', {
    record: id,
    kind,
    slot: 'scene',
    name: 'a.jpg',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, 1]),
  })
  await world.done('record.submit', { id })
  await world.done('record.correct', { id, doc: corrected, reason: '批号抄错' })
  expect(await world.done('attachment.list', { record: id })).toMatchObject([
    { id: photo.id, sha256: photo.sha256, slot: 'scene', present: true },
  ])
})

test('voiding leaves a tombstone: the record is there, void, with the reason, and counts nowhere', async () => {
  const world = await aWorld()
  const party = newRecordId()
  await world.done('enterprise.add', {
    id: party,
    doc: { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q', region: '500103', address: '民族路 1 号' },
  })
  const id = await aSealedSheet(world, { inspectedParty: { enterpriseId: party } })
  expect(await world.done('enterprise.search', {})).toMatchObject([{ sheets: 1, lastSheet: '2026-11-22' }])
  expect(codes(await world.call('record.void', { id, reason: '' }))).toEqual(['record.reasonMissing /reason'])
  expect(await world.done('record.void', { id, reason: '重复录入' })).toMatchObject({ id, state: 'void' })
  expect(await world.done('record.get', { id, history: true })).toMatchObject({
    state: 'void',
    doc: { product: { name: '普通硅酸盐水泥' } },
    history: [{ op: 'submit' }, { op: 'void', why: '重复录入' }],
  })
  expect(await world.done('enterprise.search', {})).toMatchObject([{ sheets: 0, lastSheet: null }])
  expect(await world.done('spotCheck.lastSheet', {})).toBeNull()
  expect((await world.done('record.list', { kind, state: 'void' })).total).toBe(1)
})

test('voiding is not taken back by a correction', async () => {
  const world = await aWorld()
  const id = await aSealedSheet(world)
  await world.done('record.void', { id, reason: '重复录入' })
  await world.call('record.correct', { id, doc: aCompleteSheet(), reason: '又要了' })
  expect(await world.done('record.get', { id })).toMatchObject({ state: 'void' })
})
