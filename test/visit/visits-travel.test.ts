import { expect, test } from 'vitest'
import { rebuild } from '#db/kernel/project'
import { appendRevision } from '#electron/kernel/log'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { packed } from '../exchange/a-parcel.ts'
import { acquainted } from '../exchange/acquainted.ts'
import { anEnterprise, aProblem, aVisit, aVisitDoc, confirmed, measured, problemOf, SAID, solvedBy, TODAY, took } from './a-visit.ts'

const trainings = [{ topic: '首检与巡检', managers: 12, workers: 30 }]

/** What two laptops bring that visited the same enterprise, each with an entry of its own for it: one code makes them one. */
async function twoLaptops(
  supervisors: readonly AWorld[],
): Promise<{ readonly problem: string; readonly parcels: readonly [string, string] }> {
  const laptops = [await aWorld({ name: '李芳' }), await aWorld({ name: '王强' })] as const
  for (const laptop of laptops) for (const supervisor of supervisors) await acquainted(laptop, supervisor)
  const [first, second] = laptops
  const problem = newRecordId()
  await aVisit(first, await anEnterprise(first), { on: '2026-11-02', problems: [aProblem({ id: problem })], trainings })
  await took({ world: first, problem }, 'followUp', TODAY, { ...solvedBy, benefit: confirmed(TODAY) })
  await aVisit(second, await anEnterprise(second), { no: 'V-2', follow: 'followUp', helpers: [{ name: '王强' }, { name: '李芳' }] })
  return { problem, parcels: [await packed(first), await packed(second)] }
}

const aChief = (name: string): Promise<AWorld> => aWorld({ role: 'supervisor', name })
const totals = { visits: 2, enterprises: 1, experts: 3, managers: 12, workers: 30, raised: 1, solved: 1 }
const NAMES = ['visit', 'expert', 'trainedManager', 'trainedWorker', 'problemRaised', 'problemSolved', 'benefit'] as const

test('batches of two laptops arrive in either order, one of them twice: the totals and what is counted are the same', async () => {
  const chiefs = [await aChief('王主任'), await aChief('赵主任')] as const
  const { problem, parcels } = await twoLaptops(chiefs)
  const orders = [parcels, [parcels[1], parcels[0], parcels[1]]] as const
  const seen: unknown[] = []
  for (const [index, chief] of chiefs.entries()) {
    for (const file of orders[index] ?? []) await chief.done('sync.import', { file })
    const list = await chief.done('visit.list', {})
    expect(list.totals).toEqual(totals)
    expect((await problemOf(chief, problem)).summary).toMatchObject({ state: 'solved', due: null })
    seen.push([measured(chief, ...NAMES), list.items])
  }
  expect(seen[1]).toEqual(seen[0])
})

test('read again from the log, visits, problems, days and counts are the same', async () => {
  const chief = await aChief('王主任')
  const { parcels } = await twoLaptops([chief])
  for (const file of parcels) await chief.done('sync.import', { file })
  const { db, projections } = chief.world
  const dump = (): unknown[] =>
    ['visits', 'visit_problems', 'measures', 'mentions', 'courses', 'clocks'].map((table) =>
      db.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`),
    )
  const before = dump()
  db.transaction(() => rebuild(db, projections))
  expect(dump()).toEqual(before)
})

test('a follow-up that is here before its visit counts for nothing until the visit is there', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world)
  const problem = newRecordId()
  const common = { sch: 1, par: [], op: 'submit' as const, w: [], att: [] }
  const about = {
    problem,
    on: TODAY,
    region: '500103',
    enterpriseId: enterprise,
    enterpriseName: '重庆示范水泥有限公司',
    description: '压力表',
  }
  const doc = { step: 'followUp', ...about, ...SAID.followUp, ...solvedBy, benefit: confirmed(TODAY) }
  world.world.db.transaction(() => appendRevision(world.world, { ...common, rid: newRecordId(), kind: 'problemStep', doc: doc as never }))
  expect(measured(world, ...NAMES)).toEqual([])
  expect(await world.done('visit.getProblem', { id: problem })).toBeNull()
  expect((await world.done('visit.listProblems', { show: 'all' })).total).toBe(0)

  const visit = aVisitDoc(enterprise, { on: '2026-11-02', problems: [aProblem({ id: problem })] })
  world.world.db.transaction(() => appendRevision(world.world, { ...common, rid: newRecordId(), kind: 'visit', doc: visit as never }))
  expect((await problemOf(world, problem)).summary.state).toBe('solved')
  expect(measured(world, 'problemSolved', 'benefit').map(({ day, amount }) => [day, amount])).toEqual([
    [TODAY, 1_200_050],
    [TODAY, 1],
  ])
})
