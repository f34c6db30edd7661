import { expect, test } from 'vitest'
import { randomFrom } from '#electron/app/seed-random'
import { seedSynthetic } from '#electron/app/seed-synthetic'
import { products, trades } from '#electron/app/seed-synthetic-words'
import { syntheticUscc } from '#electron/app/seed-uscc'
import type { App } from '#electron/app/start'
import { checkUscc } from '#shared/enterprise/uscc'
import { sheetVerdict } from '#shared/reference/verdict'
import { shippedSamplingRule } from '../reference/shipped.ts'
import { aProfile } from './training-ground.ts'

const now = new Date('2026-11-22T10:00:00+08:00')
const inspector = { name: '测试', role: 'inspector' as const, region: '500103' }
const order = { enterprises: 30, checks: 120, visits: 0, rngSeed: 7, now }

/** All sealed documents of a kind, without what differs from device to device: ids and the device part of a number. */
async function documentsOf({ call }: App, kind: string): Promise<string[]> {
  const list = await call('record.list', { kind, limit: 200 })
  if (!list.ok) throw new Error('a query was refused')
  const docs = await Promise.all(list.value.items.map(({ id }) => call('record.get', { id })))
  const text = (doc: unknown): string =>
    JSON.stringify(doc)
      .replaceAll(/"enterpriseId":"[^"]+"/g, '"enterpriseId":""')
      .replaceAll(/((?:CQ|XN)-\d{6}-\d{8}|\d{6}-\d{8})-[a-z2-7]{4}-/g, '$1-')
      .replaceAll(/"over":"[0-9a-f]{64}"/g, '"over":""')
  return docs.map((answer) => (answer.ok ? text(answer.value?.doc) : '')).sort()
}

test('the same seed gives the same enterprises and sheets on two profiles, another seed gives others', async () => {
  const [one, two, other] = [await aProfile(inspector, false), await aProfile(inspector, false), await aProfile(inspector, false)]
  expect(await seedSynthetic(one, order)).toEqual({ ok: true, value: { enterprises: 30, checks: 120 } })
  expect(await seedSynthetic(two, order)).toMatchObject({ ok: true })
  expect(await seedSynthetic(other, { ...order, rngSeed: 8 })).toMatchObject({ ok: true })
  expect(await documentsOf(one, 'enterprise')).toEqual(await documentsOf(two, 'enterprise'))
  expect(await documentsOf(one, 'samplingSheet')).toEqual(await documentsOf(two, 'samplingSheet'))
  expect(await documentsOf(one, 'samplingSheet')).not.toEqual(await documentsOf(other, 'samplingSheet'))
}, 60_000)

test('sheets are sealed, all items tested, and about 6 of 100 failed', async () => {
  const app = await aProfile(inspector, false)
  expect(await seedSynthetic(app, { ...order, enterprises: 0, checks: 200 })).toMatchObject({ ok: true })
  const verdicts = (await documentsOf(app, 'samplingSheet')).map((text) => sheetVerdict((JSON.parse(text) as { items: [] }).items))
  expect(verdicts).toHaveLength(200)
  expect(verdicts).not.toContain('undecided')
  const failed = verdicts.filter((verdict) => verdict !== 'noNonconformityFound').length
  expect(failed).toBeGreaterThan(3)
  expect(failed).toBeLessThan(25)
}, 60_000)

test('the same seed twice on one profile is refused, and so are visits, which do not exist yet', async () => {
  const app = await aProfile(inspector, false)
  const small = { ...order, enterprises: 0, checks: 3 }
  expect(await seedSynthetic(app, small)).toMatchObject({ ok: true })
  expect(await seedSynthetic(app, small)).toMatchObject({ ok: false, problems: [{ code: 'seed.alreadyThere' }] })
  expect(await seedSynthetic(app, { ...small, visits: 5 })).toMatchObject({
    ok: false,
    problems: [{ code: 'seed.notYet', facts: { what: 'visits', count: 5 } }],
  })
  expect(await seedSynthetic(app, { ...small, checks: -1 })).toMatchObject({ ok: false, problems: [{ code: 'seed.badNumber' }] })
})

test('a thousand made-up codes pass both check digits and none comes twice', () => {
  const codes = Array.from({ length: 1000 }, (_none, index) => syntheticUscc('91', '500103', 887_503_000, index))
  expect(new Set(codes).size).toBe(1000)
  expect(codes.filter((code) => !checkUscc(code).valid)).toEqual([])
})

test('mulberry32 gives the published numbers for seed 1', () => {
  const { next } = randomFrom(1)
  expect([next(), next(), next()].map((value) => Math.floor(value * 2 ** 32))).toEqual([2_693_262_067, 11_749_833, 2_265_367_787])
})

test('every kind of every trade has a sampling rule and a product to name', () => {
  const named = new Set(products.map(({ kind }) => kind))
  const kinds = trades.flatMap((trade) => trade.kinds)
  expect(kinds.filter((kind) => shippedSamplingRule(kind) === null || !named.has(kind))).toEqual([])
})
