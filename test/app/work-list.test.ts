import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aWorldOn, moveTo } from '../aftercare/a-case.ts'
import { anEnterprise, aProblem, aVisit, TODAY } from '../visit/a-visit.ts'

test('what is promised stands in one list, the overdue first, counted by type', async () => {
  const world = await aWorldOn(TODAY)
  const enterprise = await anEnterprise(world)
  const [late, soon, later] = [newRecordId(), newRecordId(), newRecordId()]
  await aVisit(world, enterprise, {
    problems: [late, soon, later].map((id) => aProblem({ id })),
    prescriptions: [
      { problem: soon, measure: '补齐记录', owner: '周厂长', due: '2026-12-05' },
      { problem: late, measure: '送检压力表', owner: '周厂长', due: '2026-11-24' },
    ],
  })
  moveTo(world, '2026-11-27')
  const { items, total, overdue, counts } = await world.done('work.list', {})
  expect(items.map(({ id, type, due, daysLeft, opens, matter }) => ({ id, type, due, daysLeft, opens, matter }))).toEqual([
    { id: late, type: 'prescriptionDue', due: '2026-11-24', daysLeft: -3, opens: 'problem', matter: '送检压力表' },
    { id: soon, type: 'prescriptionDue', due: '2026-12-05', daysLeft: 8, opens: 'problem', matter: '补齐记录' },
  ])
  expect({ total, overdue, counts }).toEqual({ total: 2, overdue: 1, counts: { prescriptionDue: 2 } })
})

test('the list of one type looks as far ahead as it is asked to; the counts stay those of all', async () => {
  const world = await aWorldOn(TODAY)
  const enterprise = await anEnterprise(world)
  const [told, untold] = [newRecordId(), newRecordId()]
  await aVisit(world, enterprise, {
    problems: [told, untold].map((id) => aProblem({ id })),
    prescriptions: [{ problem: told, measure: '补齐记录', owner: '周厂长', due: TODAY }],
  })
  const { items, total, counts } = await world.done('work.list', { type: 'followUpDue', horizon: 60 })
  expect(items.map(({ id }) => id)).toEqual([untold])
  expect({ total, counts }).toEqual({ total: 1, counts: { prescriptionDue: 1, followUpDue: 1 } })
})

test('the list of one enterprise leaves out what was promised to others', async () => {
  const world = await aWorldOn(TODAY)
  const enterprise = await anEnterprise(world)
  const problem = newRecordId()
  await aVisit(world, enterprise, {
    problems: [aProblem({ id: problem })],
    prescriptions: [{ problem, measure: '补齐记录', owner: '周厂长', due: TODAY }],
  })
  expect((await world.done('work.list', { enterpriseId: enterprise })).total).toBe(1)
  expect((await world.done('work.list', { enterpriseId: newRecordId() })).total).toBe(0)
})
