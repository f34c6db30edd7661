import { agreementWork } from '#electron/visit/agreement-work'
import type { AWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aFacilityDoc, aLabUseDoc, aServiceDoc, benefit, places, sealed, unregistered } from '../nqi/a-facility.ts'
import { aDoctor, aTeam, corrected } from '../team/a-team.ts'
import { aVisit } from '../visit/a-visit.ts'
import { anAgreement } from '../visit/an-agreement.ts'

const SEARCHES = [{}, { search: '示范' }, { search: '范' }]

async function teamsAndPeople(world: AWorld): Promise<void> {
  const { done } = world
  const team = await aTeam(world)
  await aDoctor(world)
  const enterprise = await addEnterprise(world, { ...unregistered, name: '巡诊示范厂' })
  for (const no of ['1', '2']) await aVisit(world, enterprise, { no, kind: 'taskForce', teamId: team, teamName: '突击队' })
  for (const filter of [...SEARCHES, { region: '500103' }, { show: 'all' as const }]) {
    const page = await done('team.listTeams', { limit: 1, ...filter })
    await done('team.listTeams', { limit: 1, ...filter, after: page.next ?? '2026-01-01~x' })
  }
  await done('team.getTeam', { id: team })
  await done('team.listActivities', { team, limit: 1 })
  await done('team.listActivities', { team, limit: 1, after: '2026-01-01~x' })
  for (const filter of [...SEARCHES, { role: 'expert' as const }, { expired: true }, { role: 'expert' as const, expired: true }]) {
    await done('team.listPeople', { limit: 1, ...filter })
    await done('team.listPeople', { limit: 1, ...filter, after: 'x~x' })
  }
}

async function agreements(world: AWorld): Promise<void> {
  const { done } = world
  const enterprise = await addEnterprise(world, { ...unregistered, name: '签约示范厂' })
  const id = await anAgreement(world, enterprise)
  await anAgreement(world, enterprise, { no: 'XY-2', doctors: [{ name: '吴医生' }] })
  for (const show of ['inForce', 'idle', 'ending', 'over', 'all'] as const)
    for (const filter of [...SEARCHES, { enterprise }, { after: '2026-01-01~x' }])
      await done('agreement.list', { show, limit: 1, ...filter })
  await done('agreement.get', { id })
  await done('agreement.new', { enterprise })
  await done('agreement.listDoctors', {})
  agreementWork(world.world, { today: '2026-11-22', until: '2027-11-22', enterpriseId: enterprise, limit: 10 })
}

async function oneStop(world: AWorld): Promise<void> {
  const { done } = world
  const enterprise = await addEnterprise(world, { ...unregistered, name: '服务示范厂' })
  const { platform, station, lab } = await places(world)
  await sealed(world, 'facilityUse', aServiceDoc(station, enterprise))
  await sealed(world, 'facilityUse', aLabUseDoc(lab, enterprise, { benefit }))
  await corrected(world, lab, aFacilityDoc('sharedLab', { closedOn: '2026-11-22' }))
  for (const filter of [...SEARCHES, { show: 'all' as const }, { platform }, { after: '2024-01-01~x' }])
    await done('nqi.listFacilities', { type: 'station', limit: 1, ...filter })
  for (const id of [platform, station, lab]) await done('nqi.getFacility', { id })
  for (const show of ['all', 'unsolved', 'unconfirmed'] as const)
    for (const filter of [...SEARCHES, { facility: platform }, { type: 'labUse' as const }, { after: '2026-01-01~x' }])
      await done('nqi.listUses', { show, limit: 1, ...filter })
  await done('nqi.getTotals', {})
  await done('nqi.newUse', { type: 'service' })
}

/** Every list of teams, people, agreements and one-stop help, and every way to narrow it. */
export async function everyHelpList(world: AWorld): Promise<void> {
  await teamsAndPeople(world)
  await agreements(world)
  await oneStop(world)
}
