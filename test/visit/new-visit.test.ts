import { expect, test } from 'vitest'
import { textAt } from '#shared/kernel/kind'
import { moveTo, seal } from '../aftercare/a-case.ts'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { anEnterprise, aProblem, aVisit, logVisit } from './a-visit.ts'

const isDoc = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

async function docFor(world: AWorld, asked: Parameters<typeof world.done<'visit.new'>>[1]): Promise<Readonly<Record<string, unknown>>> {
  const { doc } = await world.done('visit.new', asked)
  return isDoc(doc) ? doc : {}
}

test('the first visit of all starts from today, a number of its own and the person who logs it', async () => {
  const world = await aWorld()
  const { doc, lastVisit } = await world.done('visit.new', { kind: 'qualityDoctor' })
  expect(lastVisit).toBeNull()
  expect(doc).toEqual({
    no: `CQ-500103-20261122-${world.world.self.device.slice(0, 4)}-V001`,
    region: '500103',
    on: '2026-11-22',
    follow: 'first',
    kind: 'qualityDoctor',
    helpers: [{ name: '李芳', org: '渝中区市场监管局' }],
    diagnosis: [],
    problems: [],
    prescriptions: [],
    trainings: [],
  })
})

test('an enterprise brings what the directory knows, then what its last visit found: people, never findings', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world, {
    contact: '吴联系',
    qualitySafetyDirector: '郑总监',
    chiefQualityOfficer: { name: '陈质量' },
  })
  expect(await docFor(world, { enterprise })).toMatchObject({
    follow: 'first',
    enterprise: { enterpriseId: enterprise, name: '重庆示范水泥有限公司', contact: '吴联系' },
    companions: ['陈质量'],
    controls: { director: '郑总监' },
  })
  moveTo(world, '2026-11-23')
  const visit = await aVisit(world, enterprise, {
    enterprise: {
      enterpriseId: enterprise,
      name: '重庆示范水泥有限公司',
      region: '500103',
      contact: '旧联系人',
      phone: '13800000000',
      employees: 86,
    },
    on: '2026-11-22',
    companions: ['钱主任'],
    receivedBy: '周厂长',
    controls: { daily: { carried: 'yes', lastOn: '2026-11-21' }, director: '旧总监', officer: '孙安全' },
    diagnosis: [{ dimension: 'metrology', score: 2 }],
    problems: [aProblem()],
    trainings: [{ topic: '首检', managers: 1, workers: 2 }],
    satisfaction: { score: 95 },
    summary: '演示小结',
  })
  const { doc, lastVisit } = await world.done('visit.new', { enterprise })
  expect(lastVisit).toEqual({ id: visit, on: '2026-11-22', no: 'CQ-500103-20261122-abcd-V001' })
  expect(doc).toMatchObject({
    follow: 'followUp',
    enterprise: { contact: '吴联系', phone: '13800000000', employees: 86 },
    companions: ['钱主任'],
    receivedBy: '周厂长',
    controls: { director: '郑总监', officer: '孙安全' },
    diagnosis: [],
    problems: [],
    trainings: [],
  })
  expect(Object.keys(doc)).not.toContain('satisfaction')
  expect(Object.keys(doc)).not.toContain('summary')
  expect(JSON.stringify(doc)).not.toContain('carried')
  expect((await logVisit(world, { ...doc, kind: 'qualityDoctor' })).ok).toBe(true)
})

test('the next visit of the day goes on with the team, the helpers and the activity; on another day without the activity', async () => {
  const world = await aWorld()
  const team = await seal(world, 'taskForce', {
    name: '演示突击队',
    region: '500103',
    captain: '李芳',
    members: [],
    foundedOn: '2026-01-01',
  })
  const teamId = team.ok ? team.value.id : ''
  const helpers = [{ name: '李芳' }, { name: '王强', org: '演示研究院' }]
  const tour = { kind: 'taskForce', teamId, helpers, campaign: '演示专项', activity: '演示巡诊', jointOrg: '演示联合单位' }
  await aVisit(world, await anEnterprise(world), tour)
  expect(await docFor(world, {})).toMatchObject({ ...tour, teamName: '演示突击队' })
  const other = await docFor(world, { kind: 'oneStop' })
  expect(other).toMatchObject({ kind: 'oneStop', helpers })
  expect([other['teamId'], other['campaign']]).toEqual([undefined, undefined])
  moveTo(world, '2026-11-24')
  const next = await docFor(world, { kind: 'taskForce' })
  expect(next).toMatchObject({ teamId, helpers, campaign: '演示专项' })
  expect([next['activity'], next['jointOrg']]).toEqual([undefined, undefined])
})

test('numbers run on over drafts and sealed visits alike', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world)
  const numbers: string[] = []
  for (let index = 0; index < 3; index++) {
    const { id, doc } = await world.done('visit.new', { enterprise, kind: 'qualityDoctor' })
    numbers.push(textAt(doc, 'no').slice(-4))
    await world.done('record.saveDraft', { id, kind: 'visit', doc })
    if (index === 1) await world.done('record.submit', { id })
  }
  expect(numbers).toEqual(['V001', 'V002', 'V003'])
})

test('the agreement in force is named, one that has run out is not; of a merged enterprise both names count', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world)
  const agreement = async (no: string, validFrom: string, validTo: string): Promise<string> => {
    const answer = await seal(world, 'serviceAgreement', {
      no,
      region: '500103',
      enterprise: { enterpriseId: enterprise, name: '重庆示范水泥有限公司', region: '500103' },
      doctors: [{ name: '李芳' }],
      signedOn: validFrom,
      validFrom,
      validTo,
      intervalDays: 90,
      scope: '质量体检与培训',
    })
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
    return answer.value.id
  }
  await agreement('XY-1', '2025-01-01', '2025-12-31')
  expect((await docFor(world, { enterprise }))['agreementId']).toBeUndefined()
  const standing = await agreement('XY-2', '2026-01-01', '2026-12-31')
  expect((await docFor(world, { enterprise }))['agreementId']).toBe(standing)

  await aVisit(world, enterprise, { on: '2026-11-02' })
  const other = await addEnterprise(world, { name: '示范水泥', uscc: undefined, noUsccReason: '旧名' })
  await aVisit(world, other, { on: '2026-11-03' })
  expect((await world.done('visit.list', {})).totals).toMatchObject({ visits: 2, enterprises: 2 })
  const merge = await seal(world, 'enterpriseMerge', {
    from: other,
    into: enterprise,
    fromName: '示范水泥',
    intoName: '重庆示范水泥有限公司',
    region: '500103',
    on: '2026-11-22',
    reason: '同一企业',
  })
  expect(merge.ok ? '' : JSON.stringify(merge.problems)).toBe('')
  expect((await world.done('visit.list', {})).totals).toMatchObject({ visits: 2, enterprises: 1 })
  expect((await world.done('visit.list', { enterprise: other })).items.map(({ on, enterpriseId }) => [on, enterpriseId])).toEqual([
    ['2026-11-03', enterprise],
    ['2026-11-02', enterprise],
  ])
  expect(await docFor(world, { enterprise: other })).toMatchObject({ enterprise: { enterpriseId: enterprise }, agreementId: standing })
})
