import { expect, test } from 'vitest'
import { aWorld } from '../app/a-world.ts'
import { aSealedSheet, kind } from './a-record.ts'

test('records are found by any word, from one character on, by part of a number, and in full-width', async () => {
  const world = await aWorld()
  const id = await aSealedSheet(world, { inspectedParty: { name: '𠮷野家电器有限公司' } })
  await aSealedSheet(world, {
    head: { no: 'CQ-500103-20261122-abcd-002' },
    product: { name: '电线', kind: '电线电缆', model: 'BV 2.5' },
    sampling: { base: 9000, testQuantity: 30, backupQuantity: 20 },
  })
  const found = async (search: string) => (await world.done('record.list', { kind, search })).items.map((item) => item.id === id)
  expect(await found('泥')).toEqual([false, true])
  expect(await found('𠮷')).toEqual([true])
  expect(await found('𠮷野')).toEqual([true])
  expect(await found('𠮷野家')).toEqual([true])
  expect(await found('硅酸盐水泥')).toEqual([true])
  expect(await found('水泥 𠮷野')).toEqual([true])
  expect(await found('水泥 电线')).toEqual([false])
  expect(await found('abcd-002')).toEqual([false])
  expect(await found('DEM0')).toEqual([false, true])
  expect(await found('ＢＶ　２．５')).toEqual([false])
  expect(await found('没有的')).toEqual([])
})

test('lists go page by page to the end, each record once, newest first', async () => {
  const world = await aWorld()
  const sealed: string[] = []
  for (let n = 1; n <= 23; n++) {
    sealed.unshift(await aSealedSheet(world, { head: { no: `CQ-500103-20261122-abcd-${String(n).padStart(3, '0')}` } }))
    if (n % 2 === 0) world.clock.pass(60) // some share their second
  }
  const pages: string[][] = []
  for (let after: string | undefined; ; ) {
    const page = await world.done('record.list', { kind, limit: 5, ...(after === undefined ? {} : { after }) })
    expect(page.total).toBe(23)
    pages.push(page.items.map(({ id }) => id))
    if (page.next === null) break
    after = page.next
  }
  expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3])
  expect(pages.flat().toSorted()).toEqual(sealed.toSorted())
  expect(pages.flat()).toEqual(sealed)
})

test('lists narrow by state, district and days', async () => {
  const world = await aWorld()
  await aSealedSheet(world, { head: { no: 'CQ-500103-20261122-abcd-001' } })
  world.clock.pass(24 * 3600)
  await aSealedSheet(world, { head: { no: 'CQ-500112-20261123-abcd-001', region: '500112' } })
  const total = async (filter: object) => (await world.done('record.list', { kind, ...filter })).total
  expect(await total({ region: '500112' })).toBe(1)
  expect(await total({ from: '2026-11-23' })).toBe(1)
  expect(await total({ to: '2026-11-22' })).toBe(1)
  expect(await total({ from: '2026-11-22', to: '2026-11-23' })).toBe(2)
  expect(await total({ state: 'submitted' })).toBe(2)
  expect(await total({ state: 'void' })).toBe(0)
  expect(await world.done('record.countStates', { kind })).toMatchObject({ draft: 0, submitted: 2, void: 0 })
})
