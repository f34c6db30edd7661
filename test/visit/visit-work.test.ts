import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { visitWork } from '#electron/visit/visit-work'
import { plusDays } from '#shared/reference/working-calendar'
import { moveTo } from '../aftercare/a-case.ts'
import { type AWorld, aClock, aWorld } from '../app/a-world.ts'
import { aBenefit, anEnterprise, aProblem, aRaisedProblem, aStation, aVisit, problemOf, solvedBy, took } from './a-visit.ts'

interface Asking {
  readonly on: string
  readonly ahead?: number
  readonly enterpriseId?: string
}

/** Type, day and matter of what is promised. */
function promised(world: AWorld, { on, ahead = 14, enterpriseId }: Asking): string[] {
  moveTo(world, on)
  const asked = { today: on, until: plusDays(on, ahead), enterpriseId, limit: 100 }
  return visitWork(world.world, asked).map(({ type, due, matter }) => `${due} ${type} ${matter}`)
}

const aWorldIn = (day: string): Promise<AWorld> => aWorld({ clock: aClock(`${day}T10:00:00+08:00`) })

test('what is asked after when: the day of the last follow-up, else the prescription, else thirty days by the rule', async () => {
  const world = await aWorldIn('2026-10-01')
  const problem = newRecordId()
  await aVisit(world, await anEnterprise(world), {
    on: '2026-10-01',
    problems: [aProblem({ id: problem })],
    prescriptions: [
      { problem, measure: '建立检定台账', owner: '周厂长', due: '2026-10-25' },
      { problem, measure: '送检压力表', owner: '周厂长', due: '2026-10-15' },
    ],
  })
  const due = async (): Promise<string | null> => (await problemOf(world, problem)).summary.due
  expect(await due()).toBe('2026-10-15')
  await took({ world, problem }, 'followUp', '2026-10-10', { state: 'inProgress', nextOn: '2026-10-12' })
  expect(await due()).toBe('2026-10-12')
  await took({ world, problem }, 'followUp', '2026-10-12')
  expect(await due()).toBe('2026-10-15')
  await took({ world, problem }, 'followUp', '2026-10-16')
  expect(await due()).toBe('2026-10-25')
  await took({ world, problem }, 'followUp', '2026-10-26')
  expect(await due()).toBe('2026-11-25')
  await took({ world, problem }, 'followUp', '2026-11-01', solvedBy)
  expect(await problemOf(world, problem)).toMatchObject({ summary: { due: null, daysLeft: null, open: false } })
})

test('the work list names prescriptions, follow-ups, unanswered referrals and unconfirmed benefits, and forgets each when it is done', async () => {
  const world = await aWorldIn('2026-10-01')
  const { problem, enterprise } = await aRaisedProblem(world, '2026-10-01')
  const prescribed = newRecordId()
  await aVisit(world, enterprise, {
    on: '2026-10-01',
    problems: [aProblem({ id: prescribed, description: '原料没有验收记录' })],
    prescriptions: [{ problem: prescribed, measure: '建立验收制度', owner: '周厂长', due: '2026-10-20' }],
  })
  expect(promised(world, { on: '2026-10-02' })).toEqual([])
  expect(promised(world, { on: '2026-10-02', ahead: 30 })).toEqual([
    '2026-10-20 prescriptionDue 建立验收制度',
    '2026-10-31 followUpDue 压力表超过检定有效期',
  ])
  expect(promised(world, { on: '2026-10-21' })).toEqual([
    '2026-10-20 prescriptionDue 建立验收制度',
    '2026-10-31 followUpDue 压力表超过检定有效期',
  ])

  await took({ world, problem }, 'refer', '2026-10-22', { facilityId: await aStation(world) })
  await took({ world, problem: prescribed }, 'followUp', '2026-10-22', { ...solvedBy, benefit: aBenefit })
  expect(promised(world, { on: '2026-10-23', ahead: 30 })).toEqual([
    '2026-10-31 followUpDue 压力表超过检定有效期',
    '2026-11-06 referralUnanswered 压力表超过检定有效期',
    '2026-11-21 benefitUnconfirmed 原料没有验收记录',
  ])
  expect((await world.done('visit.listProblems', { show: 'waiting' })).items).toMatchObject([{ id: problem, waitsForAnswer: true }])

  await took({ world, problem }, 'answer', '2026-10-24')
  await took({ world, problem: prescribed }, 'confirmBenefit', '2026-10-24', {
    benefit: { ...aBenefit, confirmedBy: '周厂长', confirmedOn: '2026-10-24' },
  })
  expect(promised(world, { on: '2026-10-24', ahead: 60 })).toEqual(['2026-10-31 followUpDue 压力表超过检定有效期'])
  expect(promised(world, { on: '2026-10-24', ahead: 60, enterpriseId: newRecordId() })).toEqual([])
  expect(promised(world, { on: '2026-10-24', ahead: 60, enterpriseId: enterprise })).toHaveLength(1)
})

test('a rule that was changed moves what it says, and leaves the days that a person named', async () => {
  const world = await aWorldIn('2026-10-01')
  const { problem, enterprise } = await aRaisedProblem(world, '2026-10-01')
  const named = newRecordId()
  await aVisit(world, enterprise, {
    on: '2026-10-01',
    problems: [aProblem({ id: named })],
    prescriptions: [{ problem: named, measure: '送检', owner: '周厂长', due: '2026-10-20' }],
  })
  const { rule } = await problemOf(world, problem)
  expect(rule).toMatchObject({ days: 30, name: { zh: '复诊巡诊提出的问题' } })
  const shipped = (await world.done('reference.listDeadlineRules', {})).find(({ key }) => key === 'followUp')
  await world.done('reference.saveItem', {
    table: 'deadlineRule',
    item: JSON.parse(JSON.stringify({ ...shipped, amount: 10 })) as Record<string, string>,
    reason: '演示：十天复诊',
  })
  const dues = async () => (await world.done('visit.listProblems', {})).items.map(({ id, due }) => [id, due])
  expect(await dues()).toEqual([
    [problem, '2026-10-11'],
    [named, '2026-10-20'],
  ])
})

test('open problems come by the day they are asked after, page by page; overdue ones are counted over all', async () => {
  const world = await aWorldIn('2026-09-01')
  const enterprise = await anEnterprise(world)
  for (const day of ['2026-09-01', '2026-09-03', '2026-09-02']) {
    moveTo(world, day)
    const id = newRecordId()
    await aVisit(world, enterprise, {
      on: day,
      problems: [aProblem({ id }), aProblem({ description: '原料没有验收记录', type: 'managerial' })],
    })
  }
  moveTo(world, '2026-10-03')
  const first = await world.done('visit.listProblems', { limit: 4 })
  const second = await world.done('visit.listProblems', { limit: 4, after: first.next ?? '' })
  const all = [...first.items, ...second.items]
  expect(all.map(({ due }) => due)).toEqual(['2026-10-01', '2026-10-01', '2026-10-02', '2026-10-02', '2026-10-03', '2026-10-03'])
  expect(new Set(all.map(({ id }) => id)).size).toBe(6)
  expect(first).toMatchObject({ total: 6, overdue: 4 })
  expect(second).toMatchObject({ total: 6, overdue: 4, next: null })
  const found = await world.done('visit.listProblems', { search: '原料 示范' })
  expect(found).toMatchObject({ total: 3, overdue: 2 })
  expect(found.items.every(({ description }) => description === '原料没有验收记录')).toBe(true)
  expect((await world.done('visit.listProblems', { search: '料' })).total).toBe(3)
  expect((await world.done('visit.listProblems', { search: '查无此事' })).items).toEqual([])
  await took({ world, problem: all[0]?.id ?? '' }, 'followUp', '2026-10-03', solvedBy)
  expect((await world.done('visit.listProblems', { show: 'solved' })).items.map(({ id }) => id)).toEqual([all[0]?.id])
  const every = await world.done('visit.listProblems', { show: 'all', limit: 5 })
  const rest = await world.done('visit.listProblems', { show: 'all', limit: 5, after: every.next ?? '' })
  expect([every.items[0]?.id, every.items.length + rest.items.length]).toEqual([all[0]?.id, 6])
  expect((await world.done('visit.listProblems', { show: 'due' })).total).toBe(5)
  expect((await world.done('visit.listProblems', { enterprise: newRecordId(), show: 'all' })).total).toBe(0)
})

test('visits are found by kind, day and words, page by page, with the totals of them all', async () => {
  const world = await aWorldIn('2026-11-22')
  const enterprise = await anEnterprise(world)
  const kinds = ['qualityDoctor', 'oneStop', 'qualityDoctor', 'oneStop', 'qualityDoctor']
  for (const [index, kind] of kinds.entries())
    await aVisit(world, enterprise, {
      kind,
      no: `V-${String(index)}`,
      on: `2026-11-0${String(index + 1)}`,
      problems: [aProblem({ description: index === 4 ? '标签未标注执行标准' : '压力表超过检定有效期' })],
    })
  const first = await world.done('visit.list', { limit: 3 })
  const second = await world.done('visit.list', { limit: 3, after: first.next ?? '' })
  expect([...first.items, ...second.items].map(({ no }) => no)).toEqual(['V-4', 'V-3', 'V-2', 'V-1', 'V-0'])
  expect([first.totals, second.next]).toEqual([second.totals, null])
  expect(first.totals).toMatchObject({ visits: 5, enterprises: 1, raised: 5 })
  expect((await world.done('visit.list', { kind: 'oneStop' })).totals).toMatchObject({ visits: 2, raised: 2 })
  expect((await world.done('visit.list', { search: '执行标准' })).items.map(({ no }) => no)).toEqual(['V-4'])
  expect((await world.done('visit.list', { search: '压力表', from: '2026-11-02' })).totals).toMatchObject({ visits: 3, raised: 3 })
  expect((await world.done('visit.list', { enterprise: newRecordId() })).totals).toMatchObject({ visits: 0, enterprises: 0 })
})
