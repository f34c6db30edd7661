import { expect, test } from 'vitest'
import type { Value } from '#db/kernel/database'
import { aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aDraw, anOrder } from './a-draw.ts'

test('the pool is listed a page at a time, narrowed by every filter, and says who was sampled last', async () => {
  const world = await aWorld()
  const names = Array.from({ length: 7 }, (_, index) => `重庆示范企业${String(index)}`)
  for (const [index, name] of names.entries())
    await addEnterprise(world, {
      name,
      uscc: undefined,
      noUsccReason: '登记中',
      region: index < 4 ? '500103' : '500105',
      size: index % 2 === 0 ? 'micro' : 'small',
    })
  const first = await world.done('plan.listPool', { limit: 4 })
  const second = await world.done('plan.listPool', { limit: 4, after: first.next ?? '' })
  expect([...first.items, ...second.items].map(({ name }) => name).toSorted()).toEqual(names)
  expect(first.total).toBe(7)
  expect((await world.done('plan.listPool', { region: '500105' })).total).toBe(3)
  expect((await world.done('plan.listPool', { size: 'micro', region: '500103' })).total).toBe(2)
  expect((await world.done('plan.listPool', { search: '企业5' })).items.map(({ name }) => name)).toEqual(['重庆示范企业5'])
  expect((await world.done('plan.listPool', { notSampledSince: '2026-06-01' })).total).toBe(7)
})

test('draws are listed newest first, a page at a time, the void ones too', async () => {
  const world = await aWorld()
  const { enterprises } = anOrder()
  for (let index = 0; index < 5; index++) {
    const { id } = await aDraw(world, {
      title: `任务${String(index)}`,
      enterprises: { ...enterprises, list: `${enterprises.list ?? ''}\n第${String(index)}家厂` },
    })
    if (index === 2) await world.done('record.void', { id, reason: '试抽' })
    world.clock.pass(60)
  }
  const first = await world.done('plan.listDraws', { limit: 3 })
  const second = await world.done('plan.listDraws', { limit: 3, after: first.next ?? '' })
  expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['任务4', '任务3', '任务2', '任务1', '任务0'])
  expect(first.items[2]).toMatchObject({ state: 'void', no: expect.stringMatching(/-003$/) })
  expect(second.next).toBeNull()
})

test('no question of a draw reads a growing table from end to end', async () => {
  const world = await aWorld()
  const { db } = world.world
  const scans: string[] = []
  const { get, all } = db
  const noting =
    <Answer>(ask: (sql: string, ...values: Value[]) => Answer) =>
    (sql: string, ...values: Value[]): Answer => {
      if (sql.trimStart().startsWith('SELECT'))
        for (const { detail } of all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values))
          if (detail.startsWith('SCAN ') && !/SCAN (drafts|records_fts|journal)/.test(detail)) scans.push(`${detail}: ${sql}`)
      return ask(sql, ...values)
    }
  db.get = noting(get) as typeof get
  db.all = noting(all) as typeof all
  await addEnterprise(world, {})
  const { id } = await aDraw(world)
  for (const filter of [
    {},
    { region: '500103', size: 'micro' as const },
    { search: '示范 水泥' },
    { search: '水', notSampledSince: '2026-01-01' },
  ]) {
    const page = await world.done('plan.listPool', { ...filter, limit: 1 })
    if (page.next !== null) await world.done('plan.listPool', { ...filter, limit: 1, after: page.next })
    await world.call('plan.preparePools', { enterprises: { frame: { source: 'directory', ...filter } }, samplers: {} })
  }
  const page = await world.done('plan.listDraws', { limit: 1 })
  await world.done('plan.listDraws', { limit: 1, after: page.next ?? '' })
  await world.done('plan.verifyDraw', { id })
  await world.done('plan.getEarlierDraw', { poolHash: '0'.repeat(64), title: '任务' })
  expect(scans).toEqual([])
})
