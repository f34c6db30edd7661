import { expect, test } from 'vitest'
import { rebuild } from '#db/kernel/project'
import { Contribution, familyOfCertification } from '#shared/certification/certification-choices'
import { helpIndicators } from '#shared/report/help-indicators'
import { VisitKind } from '#shared/visit/visit-choices'
import { aWorld } from '../app/a-world.ts'
import { added, behind, figuresOf, nameOf, OCTOBER } from './figures.ts'
import {
  aFacility,
  aFirm,
  aLabUse,
  anAgreement,
  aProblemStep,
  aService,
  aStation,
  aTaskForce,
  aVisit,
  problems,
  sealed,
  solve,
} from './help-documents.ts'
import { merge } from './newspaper.ts'

test('a second visit in the month is one more 家次 and no more 家', async () => {
  const world = await aWorld()
  const firm = await aFirm(world, { name: '重庆演示水泥厂' })
  const trainings = [{ topic: '标准', managers: 1, workers: 2 }]
  for (const kind of ['foodHundred', 'cqoTour']) await aVisit(world, firm, { kind, trainings })
  const before = await figuresOf(world)
  for (const kind of ['foodHundred', 'cqoTour']) await aVisit(world, firm, { kind, trainings, follow: 'followUp', on: '2026-10-30' })
  const after = await figuresOf(world)
  expect([before['R10'], after['R10']]).toEqual([1, 2])
  expect([before['R08 enterprises'], after['R08 enterprises']]).toEqual([1, 1])
  expect([before['R08 trained'], after['R08 trained']]).toEqual([3, 6])
})

test('two entries that are merged are one 家, and two again when the merge is undone', async () => {
  const world = await aWorld()
  const [one, other] = [await aFirm(world, { name: '重庆演示水泥厂' }), await aFirm(world, { name: '重庆演示水泥有限公司' })]
  const station = { id: await aStation(world, '演示站点'), name: '演示站点' }
  for (const firm of [one, other]) await aService(world, firm, station, 100)
  const counts = async () => {
    const { R13, R14, R15 } = await figuresOf(world)
    return { R13, R14, R15, listed: added(await behind(world, 'R13')) }
  }
  expect(await counts()).toEqual({ R13: 2, R14: 2, R15: 200, listed: 2 })
  const id = await merge(world, one, other)
  expect(await counts()).toEqual({ R13: 1, R14: 2, R15: 200, listed: 1 })
  expect(new Set((await behind(world, 'R13')).map(({ enterprise }) => enterprise))).toEqual(new Set(['重庆演示水泥有限公司']))
  await world.done('record.void', { id, reason: '两家不同的企业' })
  expect(await counts()).toEqual({ R13: 2, R14: 2, R15: 200, listed: 2 })
})

test('a void record counts nothing; a returned one counts, and its list says so, until it is corrected or void', async () => {
  const world = await aWorld({ role: 'supervisor' })
  const firm = await aFirm(world, { name: '重庆演示水泥厂' })
  const kept = await aVisit(world, firm, {})
  const other = await aVisit(world, firm, {})
  await world.done('record.void', { id: other, reason: '重复' })
  expect(await figuresOf(world)).toMatchObject({ R09: 1, R10: 1 })
  await world.done('record.review', { id: kept, verdict: 'returned', remarks: '人数有误' })
  expect(await figuresOf(world)).toMatchObject({ R09: 1, R10: 1 })
  expect(await behind(world, 'R10')).toMatchObject([{ id: kept, state: 'returned', adds: 1 }])
  const { doc } = (await world.done('record.get', { id: kept })) ?? { doc: {} }
  const helpers = ['陈专家', '李专家'].map((name) => ({ name }))
  await world.done('record.correct', { id: kept, doc: { ...doc, helpers }, reason: '漏填一人' })
  expect(await figuresOf(world)).toMatchObject({ R09: 2, R10: 1 })
})

test('a benefit that the enterprise did not confirm counts nothing', async () => {
  const world = await aWorld()
  const firm = await aFirm(world, { name: '重庆演示水泥厂' })
  const lab = { id: await aFacility(world, 'sharedLab', '演示实验室'), name: '演示实验室' }
  const id = await aLabUse(world, firm, lab, 12_345.67)
  expect(await figuresOf(world)).toMatchObject({ 'R16 enterprises': 1, 'R16 labs': 1, 'R16 saved': 12_345.67 })
  const { doc } = (await world.done('record.get', { id })) ?? { doc: {} }
  const unconfirmed = { ...doc, benefit: { yuan: '12345.67', basis: '企业估算' } }
  await world.done('record.correct', { id, doc: unconfirmed, reason: '企业没有确认' })
  expect(await figuresOf(world)).toMatchObject({ 'R16 enterprises': 1, 'R16 saved': 0, R15: 0 })
})

test('a problem that was referred to a station counts with its visit and with the station, but its benefit counts once', async () => {
  const world = await aWorld()
  const firm = await aFirm(world, { name: '重庆演示水泥厂' })
  const station = { facilityId: await aStation(world, '演示站点'), facilityName: '演示站点' }
  const found = problems(2)
  const [referred = '', kept = ''] = found.map(({ id }) => id)
  await aVisit(world, firm, { problems: found })
  await aProblemStep(world, firm, referred, { step: 'refer', on: '2026-10-13', ...station, element: 'testing', question: '检测方法' })
  const benefit = { yuan: '1000', basis: '返工减少', confirmedBy: '刘厂长', confirmedOn: '2026-10-28' }
  for (const problem of [referred, kept]) await solve(world, firm, problem, { benefit })
  expect(await figuresOf(world)).toMatchObject({ R10: 1, R11: 2, R13: 1, R14: 1, R15: 2000 })
  expect((await behind(world, 'R15')).map(({ adds }) => adds)).toEqual([1000, 1000])
  world.world.db.transaction(() => rebuild(world.world.db, world.world.projections))
  expect(await figuresOf(world)).toMatchObject({ R10: 1, R11: 2, R13: 1, R14: 1, R15: 2000 })
})

test('what happened belongs to its month, what stands to the last day; the year so far is beside it', async () => {
  const world = await aWorld()
  const firm = await aFirm(world, { name: '重庆演示水泥厂' })
  for (const on of ['2025-12-31', '2026-01-01', '2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01']) await aVisit(world, firm, { on })
  await anAgreement(world, firm, { signedOn: '2026-01-01', validFrom: '2026-01-01', validTo: '2026-10-30' })
  await aTaskForce(world, '演示突击队', { foundedOn: '2026-10-31' })
  const visits = async (period: string) => [
    (await figuresOf(world, { period }))['R10'],
    (await figuresOf(world, { period }, 'cumulative'))['R10'],
  ]
  expect(await visits('2026-10')).toEqual([2, 4])
  expect(await visits('2026-Q3')).toEqual([1, 2])
  expect(await visits('2026')).toEqual([5, 5])
  expect(await visits('2026-10-02..2026-11-01')).toEqual([2, 5])
  expect(await visits('2025-12-01..2026-01-31')).toEqual([2, 2])
  expect(await figuresOf(world)).toMatchObject({ R01: 1, R07: 0 })
  expect(await figuresOf(world, { period: '2026-09' })).toMatchObject({ R01: 0, R07: 1 })
})

test('a district is the one of the record; a city is all of them', async () => {
  const world = await aWorld()
  const firm = await aFirm(world, { name: '重庆演示水泥厂' })
  await aVisit(world, firm, {})
  await aVisit(world, firm, { region: '500106' })
  const R10 = async (region: string) => (await figuresOf(world, { ...OCTOBER, region }))['R10']
  expect([await R10('500103'), await R10('500106'), await R10('500107'), await R10('500000')]).toEqual([1, 1, 0, 2])
})

test('visits of one team, day and name are one activity; one without a name is its own', async () => {
  const world = await aWorld()
  const firm = await aFirm(world, { name: '重庆演示水泥厂' })
  const [teamId, other] = [await aTaskForce(world, '一队'), await aTaskForce(world, '二队')]
  const went = (changes: object) => aVisit(world, firm, { kind: 'taskForce', teamId, activity: '质量月', ...changes })
  await went({})
  await went({})
  await went({ on: '2026-10-13' })
  await went({ teamId: other })
  await went({ activity: undefined })
  expect(await figuresOf(world)).toMatchObject({ R02: 4, R10: 0 })
  expect((await behind(world, 'R02')).map(({ adds }) => adds).toSorted((a, b) => a - b)).toEqual([0, 1, 1, 1, 1])
})

test('pages of whatever size list each record once, and add up to the figure', async () => {
  const world = await aWorld()
  const firms = [await aFirm(world, { name: '重庆演示水泥厂' }), await aFirm(world, { name: '重庆演示食品厂' })]
  const station = { id: await aStation(world, '演示站点'), name: '演示站点' }
  for (let index = 0; index < 7; index++) await aService(world, firms[index % 2] ?? firms[0]!, station, 100 + index / 100)
  for (const [name, figure] of [
    ['R13', 2],
    ['R14', 7],
    ['R15', 700.21],
  ] as const)
    for (const limit of [1, 2, 3, 7, 8]) {
      const records = await behind(world, name, OCTOBER, limit)
      expect([name, limit, added(records), new Set(records.map(({ id }) => id)).size]).toEqual([name, limit, figure, 7])
    }
})

test('a period, a cell or a district that does not exist is refused in words', async () => {
  const { call } = await aWorld()
  for (const period of ['2026-13', '2026-Q5', '26-10', '', '2026-10-31..2026-10-01', '2026-02-30..2026-03-01'])
    expect(await call('report.indicators', { period })).toMatchObject({ ok: false, problems: [{ code: 'report.periodInvalid' }] })
  const asked = { ...OCTOBER, code: 'R05' }
  expect(await call('report.records', asked)).toMatchObject({ ok: false, problems: [{ code: 'report.noSuchCell' }] })
  expect(await call('report.indicators', { ...OCTOBER, region: '999999' })).toMatchObject({
    ok: false,
    problems: [{ code: 'reference.unknownRegion' }],
  })
})

test('the table is whole: R01 to R16, each cell once, and every group is one that records can state', () => {
  const codes = [...new Set(helpIndicators.map(({ code }) => code))]
  expect(codes).toEqual(Array.from({ length: 16 }, (_none, index) => `R${String(index + 1).padStart(2, '0')}`))
  expect(new Set(helpIndicators.map(nameOf)).size).toBe(helpIndicators.length)
  const families = ['qms', 'ccc'].map((kind) => familyOfCertification(kind as 'qms'))
  const known = new Set([...VisitKind.options, ...Contribution.options.flatMap((way) => families.map((family) => `${way} ${family}`))])
  expect(helpIndicators.flatMap(({ groups = [] }) => groups).filter((group) => !known.has(group as 'taskForce'))).toEqual([])
})

test('a profile in which nothing was counted yet says so', async () => {
  const world = await aWorld()
  expect(await world.done('report.indicators', OCTOBER)).toMatchObject({ empty: true })
  await sealed(world, 'taskForce', { name: '演示突击队', region: '500103', captain: '周队长', members: [], foundedOn: '2026-12-01' })
  expect(await world.done('report.indicators', OCTOBER)).toMatchObject({ empty: false })
})
