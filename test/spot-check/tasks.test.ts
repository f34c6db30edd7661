import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { codes } from '../record/a-record.ts'
import { aSiteReport, aTask, aTaskDoc, sealSheetFor, takeStep } from './a-check.ts'

async function sealTask({ done, call }: AWorld, changes: object) {
  const id = newRecordId()
  await done('record.saveDraft', { id, kind: 'spotCheckTask', doc: aTaskDoc(changes as never) })
  return call('record.submit', { id })
}

const target = (name: string, changes: object = {}) => ({ check: newRecordId(), name, ...changes })

test('a new task has its own number, this year and this bureau, and may be sealed with a quota alone', async () => {
  const world = await aWorld()
  const { id, doc } = await world.done('spotCheck.newTask', {})
  const device = world.world.self.device.slice(0, 4)
  expect(doc).toMatchObject({
    no: `CQ-500103-20261122-${device}-P001`,
    year: 2026,
    issuedOn: '2026-11-22',
    authority: '渝中区市场监管局',
    targets: [],
  })
  await world.done('record.saveDraft', { id, kind: 'spotCheckTask', doc: { ...doc, title: '水泥抽查', productKind: '水泥', quota: 3 } })
  await world.done('record.submit', { id })
  expect((await world.done('spotCheck.newTask', {})).doc['no']).toBe(`CQ-500103-20261122-${device}-P002`)
})

test('refused: an enterprise twice, a day that is over before it begins, a kind nobody has a rule for', async () => {
  const world = await aWorld()
  const uscc = '91500103MA0DEM013Q'
  expect(
    codes(await sealTask(world, { targets: [target('甲厂', { uscc }), target('甲厂分厂', { uscc: '９1500103ma0dem013q' })] })),
  ).toEqual(['spotCheck.targetTwice /targets/1'])
  expect(codes(await sealTask(world, { targets: [target('甲厂'), target('甲厂 ')] }))).toEqual(['spotCheck.targetTwice /targets/1'])
  expect(codes(await sealTask(world, { targets: [target('甲厂', { uscc: '9150000020286320X7' })] }))).toEqual([
    'uscc.check /targets/0/uscc',
  ])
  expect(codes(await sealTask(world, { dueOn: '2026-10-31' }))).toEqual(['spotCheck.dueBeforeIssued /dueOn'])
  expect(codes(await sealTask(world, { productKind: '没有细则的产品' }))).toEqual(['spotCheck.kindWithoutRule /productKind'])
  expect(codes(await sealTask(world, { ruleEdition: '没有这个版本' }))).toEqual(['spotCheck.kindWithoutRule /productKind'])
  expect(await sealTask(world, { productKind: '没有细则的产品', remarks: '按企业标准' })).toMatchObject({ ok: true })
})

test('a check stands in one task only; a target without a check gets its own', async () => {
  const world = await aWorld()
  const { checks } = await aTask(world)
  const [check = ''] = checks
  expect(codes(await sealTask(world, { targets: [target('甲厂', { check })] }))).toEqual(['procedure.alreadyTaken /step'])
  const id = newRecordId()
  await world.done('record.saveDraft', { id, kind: 'spotCheckTask', doc: aTaskDoc({ targets: [{ name: '甲厂' }, { name: '乙厂' }] }) })
  await world.done('record.submit', { id })
  const progress = await world.done('spotCheck.taskProgress', { id })
  expect(progress?.targets.map(({ name, state }) => `${name} ${state}`)).toEqual(['甲厂 planned', '乙厂 planned'])
  expect(new Set(progress?.targets.map((one) => one.check)).size).toBe(2)
})

test('a sheet of a task’s check starts from task, target and rule', async () => {
  const world = await aWorld()
  const enterpriseId = newRecordId()
  const party = { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q', address: '民族路 1 号', contact: '陈经理' }
  await world.done('enterprise.add', { id: enterpriseId, doc: { ...party, region: '500103' } })
  const check = newRecordId()
  const id = newRecordId()
  const targets = [{ check, enterpriseId, name: '旧名称' }]
  await world.done('record.saveDraft', { id, kind: 'spotCheckTask', doc: aTaskDoc({ level: 'municipal', kind: 'special', targets }) })
  await world.done('record.submit', { id })
  await takeStep(world, check, 'assign', { samplers: ['赵一', '钱二'] })
  const { doc } = await world.done('spotCheck.newSheet', { check })
  expect(doc).toMatchObject({
    head: { taskId: id, check, taskNo: 'CQ-500103-20261101-abcd-P001', taskYear: 2026, taskLevel: 'municipal', taskKind: 'special' },
    inspectedParty: { enterpriseId, ...party },
    product: { kind: '水泥', ruleEdition: 'GB 175-2023' },
    sampling: { unit: 'kg', testQuantity: 10, backupQuantity: 10, sendTo: '示范检验检测院' },
    samplers: [{ name: '赵一' }, { name: '钱二' }],
  })
  expect(doc['items']).toHaveLength(8)
  const food = await world.done('spotCheck.newSheet', { check, variant: 'food' })
  expect(food.doc['variant']).toBe('food')
})

test('how far a task is: its targets, each in its state and with its paper', async () => {
  const world = await aWorld()
  const { id, checks } = await aTask(world, 3)
  const [first = '', second = '', third = ''] = checks
  for (const check of [first, second]) for (const step of ['assign', 'arrive']) await takeStep(world, check, step)
  const sheet = await sealSheetFor(world, first)
  const report = await aSiteReport(world, 'notFound', {}, second)
  await world.done('record.submit', { id: report })
  const progress = await world.done('spotCheck.taskProgress', { id })
  expect(progress).toMatchObject({ quota: 9, sealed: 1, counts: { sealed: 1, notFound: 1, planned: 1 }, asOf: null })
  expect(progress?.targets.map(({ check, state, record, kind }) => ({ check, state, record, kind }))).toEqual([
    { check: first, state: 'sealed', record: sheet.ok ? sheet.value.id : '', kind: 'samplingSheet' },
    { check: second, state: 'notFound', record: report, kind: 'siteReport' },
    { check: third, state: 'planned', record: null, kind: null },
  ])
  expect(await world.done('spotCheck.taskProgress', { id: newRecordId() })).toBeNull()
  expect(await world.done('spotCheck.countChecks', {})).toEqual({ sealed: 1, notFound: 1, planned: 1 })
})

test('checks are listed page by page, all of them or those of a state', async () => {
  const world = await aWorld()
  const { checks } = await aTask(world, 5)
  await takeStep(world, checks[2] ?? '', 'assign')
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await world.done('spotCheck.listChecks', { limit: 2, ...(after === undefined ? {} : { after }) })
    seen.push(...page.items.map(({ check }) => check))
    after = page.next ?? undefined
  } while (after !== undefined)
  expect(seen[0]).toBe(checks[2])
  expect(seen.toSorted()).toEqual(checks.toSorted())
  const assigned = await world.done('spotCheck.listChecks', { state: 'assigned' })
  expect(assigned).toMatchObject({
    next: null,
    items: [{ check: checks[2], state: 'assigned', kind: 'spotCheckTask', title: '水泥 · 重庆第三水泥有限公司' }],
  })
})

test('what waits for a person: given to them, or planned for them or for anybody; those due first', async () => {
  const world = await aWorld()
  const later = await aTask(world, 2, { dueOn: '2026-12-20', samplers: [] })
  const sooner = await aTask(world, 1, { dueOn: '2026-11-30' })
  const others = await aTask(world, 1, { samplers: ['赵一', '钱二'] })
  const [first = '', second = ''] = later.checks
  const mine = async () => (await world.done('spotCheck.listMine', {})).map(({ check, dueOn }) => `${check} ${String(dueOn)}`)
  expect(await mine()).toEqual([
    `${sooner.checks[0] ?? ''} 2026-11-30`,
    ...[first, second].toSorted().map((check) => `${check} 2026-12-20`),
  ])
  await takeStep(world, first, 'assign', { samplers: ['赵一', '钱二'] })
  await takeStep(world, others.checks[0] ?? '', 'assign', { samplers: ['李芳', '钱二'] })
  expect(await mine()).toEqual([`${sooner.checks[0] ?? ''} 2026-11-30`, `${second} 2026-12-20`, `${others.checks[0] ?? ''} null`])
  await takeStep(world, others.checks[0] ?? '', 'assign', { samplers: ['孙三', '钱二'], on: '2026-11-22' })
  expect(await mine()).toHaveLength(2)
  expect(await world.done('spotCheck.listMine', { limit: 1 })).toHaveLength(1)
})

test('nothing is known of a check nobody wrote of', async () => {
  const world = await aWorld()
  expect(await world.done('spotCheck.getCheck', { check: newRecordId() })).toBeNull()
})
