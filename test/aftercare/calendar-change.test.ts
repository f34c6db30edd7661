import { expect, test } from 'vitest'
import type { AWorld } from '../app/a-world.ts'
import { aClock } from '../app/a-world.ts'
import { packed } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { aCase, aWorldOn, caseOf, moveTo, took } from './a-case.ts'

/** The calendar of 2026 as shipped, with the two days after National Day made days off as well. */
const changed = {
  year: 2026,
  edition: '演示调整',
  issued: '2026-08-25',
  sure: 'derived',
  source: '演示：国庆假期延长',
  holidays: [
    { zh: '元旦', en: 'New Year', from: '2026-01-01', to: '2026-01-03', workdays: ['2026-01-04'] },
    { zh: '国庆节', en: 'National Day', from: '2026-10-01', to: '2026-10-09', workdays: [] },
  ],
}
const importCalendar = (world: AWorld, calendar: object) =>
  world.done('reference.importFile', { name: '2026.json', text: JSON.stringify(calendar), table: 'holidayCalendar' })

const days = async (world: AWorld, id: string) => Object.fromEntries((await caseOf(world, id)).clocks.map(({ rule, due }) => [rule, due]))

async function orderedOn3August(world: AWorld): Promise<string> {
  const id = await aCase(world, '2026-07-01')
  await took({ world, id }, 'notice', '2026-07-02')
  await took({ world, id }, 'lapse', '2026-07-20')
  await took({ world, id }, 'order', '2026-08-03')
  return id
}

test('a changed calendar moves the clocks of open cases only, and the move is logged; closed ones keep the days of their closing', async () => {
  const world = await aWorldOn('2026-07-01')
  const closed = await orderedOn3August(world)
  for (const [step, on] of [
    ['stopSale', '2026-08-04'],
    ['recheck', '2026-08-20'],
    ['penalty', '2026-08-21'],
    ['circular', '2026-08-21'],
    ['close', '2026-08-22'],
  ] as const)
    await took({ world, id: closed }, step, on)
  const open = await orderedOn3August(world)
  const before = await days(world, closed)
  expect([before['rectification'], before['recheck']]).toEqual(['2026-10-08', '2026-10-19'])

  const lines = world.lines()
  await importCalendar(world, changed)
  expect(world.lines()).toBe(lines + 2) // the calendar, and what it did
  expect(await days(world, open)).toMatchObject({ rectification: '2026-10-12', recheck: '2026-10-19' })
  expect(await days(world, closed)).toEqual(before)
  const { no } = (await caseOf(world, open)).summary
  expect(await world.done('aftercare.listClockChanges', {})).toEqual([
    {
      at: expect.any(String) as string,
      by: '李芳',
      changed: [{ table: 'holidayCalendar', key: '2026' }],
      moved: 1,
      cases: [{ case: open, no, rule: 'rectification', from: '2026-08-03', before: '2026-10-08', after: '2026-10-12' }],
    },
  ])

  await importCalendar(world, { ...changed, source: '演示：同样的日子，换个出处' })
  expect(await world.done('aftercare.listClockChanges', {})).toHaveLength(1) // nothing moved, nothing is logged
  const correction = (await world.done('record.get', { id: (await caseOf(world, closed)).course.taken.at(-1)?.id ?? '' }))?.doc ?? {}
  const closing = (await caseOf(world, closed)).course.taken.at(-1)?.id ?? ''
  await world.done('record.correct', { id: closing, doc: { ...correction, summary: '补写结案意见' }, reason: '补写意见' })
  expect(await days(world, closed)).toEqual(before) // nor does a correction of the closing thaw them
})

test('a calendar that was missing makes a clock known, and one that is withdrawn makes it unknown again', async () => {
  const world = await aWorldOn('2026-11-20')
  const id = await aCase(world, '2026-11-20')
  await took({ world, id }, 'notice', '2026-12-20')
  expect(await days(world, id)).toEqual({ objection: null })
  const next = {
    year: 2027,
    edition: '演示 2027',
    issued: '2026-11-19',
    sure: 'derived',
    source: '演示',
    holidays: [{ zh: '元旦', en: 'New Year', from: '2027-01-01', to: '2027-01-04', workdays: [] }],
  }
  await importCalendar(world, next)
  expect(await days(world, id)).toEqual({ objection: '2027-01-05' })
  world.clock.pass(60)
  await world.done('reference.withdraw', { table: 'holidayCalendar', key: '2027', reason: '误导入' })
  expect(await days(world, id)).toEqual({ objection: null })
  expect(
    (await world.done('aftercare.listClockChanges', {})).map(({ cases }) => cases.map(({ before, after }) => [before, after])),
  ).toEqual([[['2027-01-05', null]], [[null, '2027-01-05']]])
})

test('a rule that is edited counts for cases that are open', async () => {
  const world = await aWorldOn('2026-07-01')
  const id = await orderedOn3August(world)
  const rule = (await world.done('reference.listDeadlineRules', {})).find(({ key }) => key === 'rectification')
  await world.done('reference.saveItem', {
    table: 'deadlineRule',
    item: JSON.parse(JSON.stringify({ ...rule, amount: 50 })) as Record<string, string>,
    reason: '演示：缩短整改期限',
  })
  expect(await days(world, id)).toMatchObject({ rectification: '2026-09-22' })
  expect(await world.done('aftercare.listClockChanges', {})).toMatchObject([{ moved: 1, changed: [{ table: 'deadlineRule' }] }])
})

test("a supervisor's calendar moves the clocks of the laptop that imports it, which logs what it did there", async () => {
  const { inspector, supervisor } = await aPair({ clock: aClock('2026-07-01T10:00:00+08:00') })
  const id = await orderedOn3August(inspector)
  moveTo(supervisor, '2026-08-10')
  await importCalendar(supervisor, changed)
  expect(await supervisor.done('aftercare.listClockChanges', {})).toEqual([])
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(await days(inspector, id)).toMatchObject({ rectification: '2026-10-12' })
  expect(await inspector.done('aftercare.listClockChanges', {})).toMatchObject([{ by: '李芳', moved: 1 }])
})
