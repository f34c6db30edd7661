import { newRecordId } from '#electron/kernel/world'
import { visitWork } from '#electron/visit/visit-work'
import type { AWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { unregistered } from '../nqi/a-facility.ts'
import { aProblem, aStation, aVisit, solvedBy, took } from '../visit/a-visit.ts'

/** Two visits with three problems: one solved, one referred, one waiting for its day. */
async function someVisits(world: AWorld): Promise<{ readonly enterprise: string; readonly visit: string; readonly problem: string }> {
  const enterprise = await addEnterprise(world, { ...unregistered, name: '问诊示范厂' })
  const [problem, referred] = [newRecordId(), newRecordId()]
  const visit = await aVisit(world, enterprise, {
    no: 'V-1',
    problems: [aProblem({ id: problem }), aProblem({ id: referred }), aProblem()],
  })
  await aVisit(world, enterprise, { no: 'V-2', kind: 'oneStop', follow: 'followUp' })
  await took({ world, problem }, 'followUp', '2026-11-22', solvedBy)
  await took({ world, problem: referred }, 'refer', '2026-11-22', { facilityId: await aStation(world) })
  return { enterprise, visit, problem }
}

/** Every list of visits and of their problems, and every way to narrow it. */
export async function everyVisitList(world: AWorld): Promise<void> {
  const { enterprise, visit, problem } = await someVisits(world)
  const { done } = world
  const searches = [{}, { search: '压力表' }, { search: '表' }, { enterprise }]
  const days = { from: '2026-11-01', to: '2026-11-30' }
  for (const filter of [...searches, { kind: 'oneStop' as const }, { team: newRecordId() }, days, { ...days, search: '示范' }]) {
    const page = await done('visit.list', { limit: 1, ...filter })
    await done('visit.list', { limit: 1, ...filter, after: page.next ?? '2026-01-01~x' })
  }
  for (const show of ['open', 'due', 'waiting', 'solved', 'all'] as const)
    for (const filter of [...searches, { visit }]) {
      const page = await done('visit.listProblems', { show, limit: 1, ...filter })
      await done('visit.listProblems', { show, limit: 1, ...filter, after: page.next ?? '2026-01-01~x' })
    }
  await done('visit.getProblem', { id: problem })
  await done('visit.newStep', { problem, step: 'followUp' })
  for (const asked of [{}, { enterprise }, { enterprise, kind: 'oneStop' as const }]) await done('visit.new', asked)
  for (const enterpriseId of [undefined, enterprise])
    visitWork(world.world, { today: '2026-11-22', until: '2027-11-22', enterpriseId, limit: 10 })
}
