import { expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { getDeadlineRules, getSamplingRule } from '#electron/reference/reference-data'
import { type AWorld, aClock } from '../app/a-world.ts'
import { codes, packed } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { anOrganisation } from '../profile/an-organisation.ts'
import { aRule, asFile } from './a-reference-file.ts'

const kettle = async ({ done }: AWorld) => (await done('reference.listSamplingRules', {})).find(({ kind }) => kind === '电热水壶')
const importRule = ({ done }: AWorld, changes: object) => done('reference.importFile', { name: 'a.json', text: asFile(aRule(changes)) })
const cement = async ({ done }: AWorld) => (await done('reference.listSamplingRules', {})).find(({ kind }) => kind === '水泥')

test('what a supervisor sent counts above what this device has, and that above what was shipped; here and there alike', async () => {
  const { inspector, supervisor } = await aPair()
  const shipped = await cement(inspector)
  await inspector.done('reference.saveItem', { table: 'samplingRule', item: { ...shipped, baseMinimum: 50 } as never, reason: '本局要求' })
  expect((await cement(inspector))?.baseMinimum).toBe(50)

  await supervisor.done('sync.import', { file: await packed(inspector) })
  expect((await cement(supervisor))?.baseMinimum).toBe(20) // a colleague's item is kept, and does not count
  await supervisor.done('reference.saveItem', { table: 'samplingRule', item: { ...shipped, baseMinimum: 60 } as never, reason: '全市统一' })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect([(await cement(inspector))?.baseMinimum, (await cement(supervisor))?.baseMinimum]).toEqual([60, 60])
  expect(stateDigest(inspector.world.db)).toEqual(stateDigest(supervisor.world.db))

  const listed = await inspector.done('reference.listItems', { table: 'samplingRule' })
  expect(listed.items.filter(({ title }) => title === '水泥').map(({ origin, by, standing }) => [origin, by, standing])).toEqual([
    ['supervisor', '王主任', 'inForce'],
    ['shipped', '', 'outranked'],
    ['device', '李芳', 'outranked'],
  ])
})

test('an inspector cannot change what a supervisor decided, and an import says whose item stays above', async () => {
  const { inspector, supervisor } = await aPair()
  await importRule(supervisor, {})
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const before = inspector.lines()
  expect(
    codes(await inspector.call('reference.saveItem', { table: 'samplingRule', item: aRule({ unit: '只' }) as never, reason: '改' })),
  ).toEqual(['reference.supervisorDecides'])
  expect(codes(await inspector.call('reference.withdraw', { table: 'samplingRule', key: '电热水壶@2027 版', reason: '改' }))).toEqual([
    'reference.supervisorDecides',
  ])
  expect(inspector.lines()).toBe(before)
  expect((await importRule(inspector, { unit: '只' })).items).toMatchObject([{ standing: 'changed', outrankedBy: '王主任' }])
  expect((await kettle(inspector))?.unit).toBe('台')
})

test('whoever the list names as supervisor counts, also where nobody ever exchanged cards with them', async () => {
  const { second, one } = await anOrganisation()
  await importRule(second, {})
  expect(await kettle(one)).toBeUndefined()
  await one.done('sync.import', { file: await packed(second) })
  expect(await kettle(one)).toBeDefined()
})

test('of several editions the one that began last is in force; a draft that names another one keeps it, ended, withdrawn or void', async () => {
  const clock = aClock()
  const { inspector } = await aPair({ clock })
  const { world, done } = inspector
  const editionsOn = (...days: string[]) => days.map((day) => getSamplingRule(world, '电热水壶', { day })?.edition)
  await importRule(inspector, { edition: 'A', validFrom: '2024-01-01', validTo: '2025-12-31' })
  await importRule(inspector, { edition: 'B', validFrom: '2026-01-01', testQuantity: 3 })
  await importRule(inspector, { edition: 'C', validFrom: '2027-01-01' })
  expect(editionsOn('2023-06-01', '2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01')).toEqual([undefined, 'A', 'B', 'B', 'C'])

  await done('reference.withdraw', { table: 'samplingRule', key: '电热水壶@B', reason: '停用' })
  expect(editionsOn('2026-06-01', '2027-06-01')).toEqual([undefined, 'C'])
  const { items } = await done('reference.listItems', { table: 'samplingRule' })
  expect(items.filter(({ title }) => title === '电热水壶').map(({ edition, standing }) => [edition, standing])).toEqual([
    ['A', 'ended'],
    ['B', 'withdrawn'],
    ['C', 'future'],
  ])
  await done('record.void', { id: items.find(({ edition }) => edition === 'A')?.recordId ?? '', reason: '录错' })
  const named = ['A', 'B', 'C', 'D'].map((edition) => getSamplingRule(world, '电热水壶', { edition })?.testQuantity ?? null)
  expect(named).toEqual([2, 3, 2, null])

  await importRule(inspector, { edition: 'B', validFrom: '2026-01-01' })
  expect(editionsOn('2026-06-01')).toEqual(['B']) // imported again, it is no longer withdrawn
})

test('a withdrawn item that was shipped is gone here; its record made void, it is back', async () => {
  const { inspector } = await aPair()
  const key = '水泥@GB 175-2023'
  const { recordId } = await inspector.done('reference.withdraw', { table: 'samplingRule', key, reason: '不再抽查' })
  expect(await cement(inspector)).toBeUndefined()
  expect(codes(await inspector.call('reference.withdraw', { table: 'samplingRule', key, reason: '再停' }))).toEqual([
    'reference.alreadyWithdrawn',
  ])
  await inspector.done('record.void', { id: recordId, reason: '误停用' })
  expect(await cement(inspector)).toBeDefined()
})

test('a number of the law may be changed and never be missing; of a deadline rule both editions stay', async () => {
  const { inspector } = await aPair()
  const { done, call, world } = inspector
  const [samplers] = await done('reference.listLaw', {})
  expect(codes(await call('reference.withdraw', { table: 'lawNumber', key: 'minimumSamplers', reason: '停' }))).toEqual([
    'reference.lawStays',
  ])
  await done('reference.saveItem', { table: 'lawNumber', item: { ...samplers!, value: 3 }, reason: '试点' })
  expect((await done('reference.listLaw', {})).find(({ key }) => key === 'minimumSamplers')?.value).toBe(3)
  await done('reference.withdraw', { table: 'lawNumber', key: 'minimumSamplers', reason: '试点结束' })
  expect((await done('reference.listLaw', {})).find(({ key }) => key === 'minimumSamplers')?.value).toBe(2)

  const objection = (await done('reference.listDeadlineRules', {})).find(({ key }) => key === 'objection')
  await done('reference.saveItem', {
    table: 'deadlineRule',
    item: { ...objection, amount: 20, validFrom: '2026-06-01' } as never,
    reason: '修法',
  })
  expect((await done('reference.listDeadlineRules', {})).filter(({ key }) => key === 'objection').map(({ amount }) => amount)).toEqual([20])
  expect(
    getDeadlineRules(world)
      .filter(({ key }) => key === 'objection')
      .map(({ amount }) => amount),
  ).toEqual([15, 20])
})

test('an edit without a reason, a key nobody knows, a lawless correction past the screen', async () => {
  const { inspector } = await aPair()
  const { call, done, lines } = inspector
  expect(codes(await call('reference.saveItem', { table: 'samplingRule', item: aRule() as never, reason: ' ' }))).toEqual([
    'record.reasonMissing',
  ])
  expect(codes(await call('reference.withdraw', { table: 'holidayCalendar', key: '1999', reason: '停' }))).toEqual(['reference.noSuchItem'])
  expect(lines()).toBe(0)
  const { recordId: id } = await done('reference.saveItem', { table: 'samplingRule', item: aRule() as never, reason: '新增' })
  const doc = (item: object, key = '电热水壶@2027 版') => ({ table: 'samplingRule', key, item })
  expect(codes(await call('record.correct', { id, doc: doc(aRule({ baseMinimum: 1 })), reason: '改' }))).toEqual(['rule.baseTooSmall'])
  expect(codes(await call('record.correct', { id, doc: doc(aRule(), '别的'), reason: '改' }))).toEqual(['reference.otherKey'])
})
