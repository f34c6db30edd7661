import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type AWorld, aFolder, aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { acquainted } from '../exchange/acquainted.ts'
import { aTeam } from '../team/a-team.ts'
import { aRaisedProblem, aVisit, confirmed as confirmedOn, solvedBy, took } from '../visit/a-visit.ts'
import { aLabUseDoc, aServiceDoc, benefit, confirmed, places, sealed, solved, unregistered } from './a-facility.ts'

test('家, services, 个 and money are added up from what records and problems of visits state; an enterprise counts once', async () => {
  const world = await aWorld()
  const { enterprise, problem } = await aRaisedProblem(world, '2026-11-01')
  const { platform, station, lab } = await places(world)
  await took({ world, problem }, 'refer', '2026-11-05', { facilityId: station, facilityName: '示范station' })
  const waiting = async () => (await world.done('nqi.getFacility', { id: platform }))?.referrals
  expect(await waiting()).toMatchObject([{ problem, waiting: true, facility: '示范station' }])
  expect((await world.done('nqi.listFacilities', { type: 'station' })).items).toMatchObject([{ waiting: 1 }])
  await took({ world, problem }, 'answer', '2026-11-06')
  expect(await waiting()).toMatchObject([{ problem, waiting: false }])
  await took({ world, problem }, 'followUp', '2026-11-10', { ...solvedBy, benefit: confirmedOn('2026-11-10') })
  const other = await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })
  for (const [at, who] of [
    [station, enterprise],
    [platform, other],
  ] as const)
    await sealed(world, 'facilityUse', aServiceDoc(at, who, { ...solved, benefit: { ...benefit, ...confirmed } }))
  await sealed(world, 'facilityUse', aLabUseDoc(lab, enterprise, { benefit: { ...benefit, ...confirmed } }))
  await sealed(world, 'facilityUse', aLabUseDoc(lab, enterprise, { on: '2026-11-12', benefit }))

  const all = {
    enterprises: 2,
    services: 3,
    solved: 5,
    benefitFen: 3 * 1_200_050,
    labEnterprises: 1,
    labUses: 6,
    savedFen: 1_200_050,
    unconfirmed: 0,
    unconfirmedFen: 0,
    labUnconfirmed: 1,
    labUnconfirmedFen: 1_200_050,
  }
  expect(await world.done('nqi.getTotals', {})).toEqual({ year: 2026, platforms: 1, stations: 1, labs: 1, did: all, ever: all })
  const of = async (id: string) => (await world.done('nqi.getFacility', { id }))?.ever
  expect(await of(station)).toMatchObject({ enterprises: 1, services: 2, solved: 3, benefitFen: 2 * 1_200_050, labUses: 0 })
  expect(await of(platform)).toMatchObject({ enterprises: 2, services: 3, solved: 5, benefitFen: 3 * 1_200_050, unconfirmed: 0 })
  expect(await of(lab)).toMatchObject({ services: 0, labEnterprises: 1, labUses: 6, savedFen: 1_200_050, labUnconfirmed: 1 })
  await world.done('enterprise.merge', { from: other, into: enterprise, reason: '同一家' })
  expect((await world.done('nqi.getTotals', {})).did).toEqual({ ...all, enterprises: 1 })
})

test('a problem that was referred again waits, and is solved, where it was referred last', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-11-01')
  const { platform, station } = await places(world)
  await took({ world, problem }, 'refer', '2026-11-05', { facilityId: station })
  await took({ world, problem }, 'answer', '2026-11-06', { answer: '不属本站业务' })
  await took({ world, problem }, 'refer', '2026-11-07', { facilityId: platform })
  const at = async (id: string) => {
    const shown = await world.done('nqi.getFacility', { id })
    return [shown?.summary.waiting, shown?.ever.services, shown?.ever.solved]
  }
  expect([await at(station), await at(platform)]).toEqual([
    [0, 1, 0],
    [1, 2, 0],
  ])
  await took({ world, problem }, 'followUp', '2026-11-10', solvedBy)
  expect(await at(station)).toEqual([0, 1, 0])
  expect((await at(platform)).slice(1)).toEqual([2, 1])
})

const batchOf = async ({ done }: AWorld, name: string): Promise<string> => {
  const to = join(aFolder(), `${name}.ibz`)
  await done('sync.makeBatch', { to, everything: true })
  return to
}

/** Two laptops that knew nothing of each other, each with the same firm in a directory of its own, and their batches. */
async function twoLaptops() {
  const supervisors = [await aWorld({ role: 'supervisor', name: '王主任' }), await aWorld({ role: 'supervisor', name: '赵主任' })]
  const laptops = [await aWorld({ name: '李芳' }), await aWorld({ name: '吴强' })]
  for (const supervisor of supervisors) for (const laptop of laptops) await acquainted(laptop, supervisor)
  for (const [index, world] of laptops.entries()) {
    const same = await addEnterprise(world, {})
    const own = await addEnterprise(world, { ...unregistered, name: `第${String(index)}水泥厂` })
    const { station, lab } = await places(world)
    const team = await aTeam(world, { name: `第${String(index)}突击队` })
    const trainings = [{ topic: '首检', managers: 2, workers: 5 }]
    for (const [at, enterprise] of [same, own].entries()) {
      await sealed(world, 'facilityUse', aServiceDoc(station, enterprise, { ...solved, benefit: { ...benefit, ...confirmed } }))
      await sealed(world, 'facilityUse', aLabUseDoc(lab, enterprise, { benefit }))
      const no = `V-${String(index)}-${String(at)}`
      await aVisit(world, enterprise, { no, kind: 'taskForce', teamId: team, teamName: '突击队', activity: '质量月', trainings })
    }
  }
  return { supervisors, files: await Promise.all(laptops.map((laptop, index) => batchOf(laptop, String(index)))) }
}

test('the totals are the same in whatever order the batches of two laptops come, and however often', async () => {
  const { supervisors, files } = await twoLaptops()
  const [there, back] = [files, files.toReversed()]
  const seen = []
  for (const [index, world] of supervisors.entries()) {
    for (const file of [...((index === 0 ? there : back) ?? []), ...files]) await world.done('sync.import', { file })
    seen.push({ nqi: await world.done('nqi.getTotals', {}), teams: (await world.done('team.listTeams', {})).totals })
  }
  expect(seen[0]).toEqual(seen[1])
  expect(seen[0]).toMatchObject({
    nqi: {
      platforms: 2,
      stations: 2,
      labs: 2,
      did: {
        enterprises: 3,
        services: 4,
        solved: 8,
        benefitFen: 4 * 1_200_050,
        labEnterprises: 3,
        labUses: 12,
        savedFen: 0,
        labUnconfirmed: 4,
      },
    },
    teams: { activities: 2, visits: 4, enterprises: 3, managers: 8, workers: 20 },
  })
})
