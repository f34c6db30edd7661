import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { acquainted } from '../exchange/acquainted.ts'
import { addEnterprise } from './an-enterprise.ts'

const OTHER = { name: '重庆市示范水泥有限责任公司', uscc: undefined, noUsccReason: '换证中', address: '渝中区民族路 1 号附 2 号' }

/** Two entries of one firm. */
async function twoEntries(world: AWorld): Promise<readonly [string, string]> {
  const one = await addEnterprise(world, {})
  world.clock.pass(1)
  return [one, await addEnterprise(world, OTHER)]
}

const codes = async (world: AWorld, from: string, into: string, reason = '同一地址同一法人'): Promise<string[]> => {
  const answer = await world.call('enterprise.merge', { from, into, reason })
  return answer.ok ? [] : answer.problems.map(({ code }) => code)
}

test('a merge is refused with itself, with what is not here, a second time, and without a reason; nothing is logged then', async () => {
  const world = await aWorld()
  const [one, other] = await twoEntries(world)
  const before = world.lines()
  expect(await codes(world, one, one)).toEqual(['enterprise.mergeWithItself'])
  expect(await codes(world, newRecordId(), one)).toContain('enterprise.notInDirectory')
  expect(await codes(world, other, one, ' ')).toEqual(['field.missing'])
  expect(world.lines()).toBe(before)
  expect(await codes(world, other, one)).toEqual([])
  expect(await codes(world, other, one)).toEqual(['enterprise.mergedAlready'])
  expect(await codes(world, one, other)).toEqual(['enterprise.mergedAlready'])
})

test('whoever asks for either entry is answered the one that stays; undone, each is itself again', async () => {
  const world = await aWorld()
  const [one, other] = await twoEntries(world)
  const { id, identity } = await world.done('enterprise.merge', { from: other, into: one, reason: '同一地址同一法人' })
  expect(identity).toBe(one)
  const found = async (text: string) => (await world.done('enterprise.search', { text })).map((row) => row.id)
  expect(await found('有限责任')).toEqual([one])
  expect(await found('示范水泥')).toEqual([one])
  expect(await world.done('enterprise.snapshot', { id: other })).toMatchObject({ enterpriseId: one, name: '重庆示范水泥有限公司' })
  expect(await world.done('enterprise.get', { id: other })).toMatchObject({
    id: one,
    members: [
      { id: one, here: true, merges: [] },
      { id: other, here: true, merges: [{ id, reason: '同一地址同一法人', by: '李芳', mine: true }] },
    ],
  })
  await world.done('record.void', { id, reason: '两家企业，同址不同户' })
  expect(await found('有限责任')).toEqual([other])
  expect(await found('示范水泥')).toEqual([other, one])
  expect(await world.done('enterprise.get', { id: other })).toMatchObject({ id: other, members: [{ id: other }] })
})

test('a code that another entry of the same enterprise carries is no duplicate', async () => {
  const world = await aWorld()
  const [one, other] = await twoEntries(world)
  await world.done('enterprise.merge', { from: other, into: one, reason: '同一地址同一法人' })
  const { noUsccReason: _none, ...rest } = OTHER
  const doc = { ...rest, uscc: '91500103MA0DEM013Q', region: '500103' }
  expect(await world.call('record.correct', { id: other, doc, reason: '补代码' })).toMatchObject({ ok: true })
})

test('two laptops add one firm on one morning: one enterprise as soon as both have arrived, and one page', async () => {
  const [inspector, colleague] = [await aWorld(), await aWorld({ name: '王强', role: 'supervisor' })]
  await acquainted(inspector, colleague)
  const ids = [await addEnterprise(inspector, {}), await addEnterprise(colleague, { name: '示范水泥', contact: '周厂长' })].toSorted()
  const file = `${colleague.folder}/day.ibz`
  await colleague.done('sync.makeBatch', { to: file, everything: true })
  await inspector.done('sync.import', { file })
  expect((await inspector.done('enterprise.search', {})).map(({ id }) => id)).toEqual([ids[0]])
  const pairs = await inspector.done('enterprise.listLookalikes', {})
  expect(pairs.items).toMatchObject([{ oneAlready: true, reasons: ['sameCode', 'sameName', 'sameAddress', 'sameDistrict'] }])
  // A merge says which of the two speaks.
  await inspector.done('enterprise.merge', { from: ids[0] ?? '', into: ids[1] ?? '', reason: '后一条更完整' })
  expect((await inspector.done('enterprise.search', {})).map(({ id }) => id)).toEqual([ids[1]])
  expect((await inspector.done('enterprise.listLookalikes', {})).items).toEqual([])
})
