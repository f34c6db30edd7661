import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { seal } from '../aftercare/a-case.ts'
import { type AWorld, aClock, aWorld } from '../app/a-world.ts'
import { anEnterprise, aProblem, aVisit, aVisitDoc, codes, type Doc, logVisit, measured, problemsOf, TODAY } from './a-visit.ts'

/** Code and path of everything that stands against sealing a visit with these changes; the log stays as it was. */
async function against(world: AWorld, changes: Doc): Promise<string[]> {
  const enterprise = await anEnterprise(world, { uscc: undefined, noUsccReason: '新设企业', name: `演示厂 ${newRecordId()}` })
  const before = world.lines()
  const answer = await logVisit(world, aVisitDoc(enterprise, changes))
  expect(world.lines()).toBe(before)
  return problemsOf(answer).map(({ code, path }) => `${path} ${code}`)
}

test('a visit with two problems, a prescription and 12 + 30 trained people is sealed, and counts each of them once', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world)
  const [first, second] = [newRecordId(), newRecordId()]
  await aVisit(world, enterprise, {
    problems: [aProblem({ id: first }), aProblem({ id: second, description: '原料进厂没有验收记录', type: 'managerial' })],
    prescriptions: [{ problem: first, measure: '送检压力表', owner: '周厂长', due: '2026-12-10', resource: 'metrology' }],
    trainings: [{ topic: '首检与巡检', managers: 12, workers: 30 }],
  })
  const { items, totals } = await world.done('visit.list', {})
  expect(totals).toEqual({ visits: 1, enterprises: 1, experts: 1, managers: 12, workers: 30, raised: 2, solved: 0 })
  expect(items).toMatchObject([{ enterpriseId: enterprise, on: TODAY, helpers: 1, problems: 2, solved: 0, managers: 12, workers: 30 }])
  const { items: problems, total } = await world.done('visit.listProblems', {})
  expect(total).toBe(2)
  expect(problems).toMatchObject([
    { id: first, state: 'open', due: '2026-12-10', daysLeft: 18, measure: '送检压力表', owner: '周厂长' },
    { id: second, state: 'open', due: '2026-12-22', daysLeft: 30, measure: '' },
  ])
  expect(measured(world, 'trainedManager', 'trainedWorker', 'problemRaised').map(({ name, amount }) => [name, amount])).toEqual([
    ['problemRaised', 1],
    ['problemRaised', 1],
    ['trainedManager', 12],
    ['trainedWorker', 30],
  ])
})

test('days and times that cannot have been are refused, each at its field', async () => {
  const world = await aWorld()
  const problem = aProblem()
  expect(
    await against(world, {
      on: '2026-11-23',
      arrivedAt: '14:30',
      leftAt: '14:00',
      controls: { weekly: { carried: 'yes', lastOn: '2026-11-24' } },
      problems: [problem],
      prescriptions: [{ problem: problem['id'], measure: '送检', owner: '周厂长', due: '2026-11-22' }],
    }),
  ).toEqual([
    '/on visit.inFuture',
    '/leftAt visit.leftBeforeArrived',
    '/controls/weekly/lastOn visit.controlAfterVisit',
    '/prescriptions/0/due visit.dueBeforeVisit',
  ])
  expect(await against(world, { on: '2026-02-30' })).toEqual(['/on field.invalid'])
})

test('a score out of its scale and a dimension diagnosed twice are refused in words of their own', async () => {
  const world = await aWorld()
  const diagnosis = [
    { dimension: 'metrology', score: 7 },
    { dimension: 'metrology', score: 3 },
    { dimension: 'testing', score: 0 },
  ]
  expect(await against(world, { diagnosis, satisfaction: { score: 101 } })).toEqual([
    '/diagnosis/0/score visit.scoreOutOfRange',
    '/diagnosis/1/dimension visit.dimensionTwice',
    '/diagnosis/2/score visit.scoreOutOfRange',
    '/satisfaction/score visit.scoreOutOfRange',
  ])
})

test('a person counts once: not twice among the helpers, not twice in one training', async () => {
  const world = await aWorld()
  const adviser = newRecordId()
  expect(await against(world, { helpers: [{ name: '李芳' }, { name: ' 李芳 ' }] })).toEqual(['/helpers/1/name visit.helperTwice'])
  expect(await against(world, { helpers: [{ name: '李芳', adviserId: adviser }, { name: '李芳' }] })).toEqual([
    '/helpers/1/name visit.helperTwice',
  ])
  expect(await against(world, { helpers: [] })).toEqual(['/helpers visit.helperMissing'])
  const trainees = [
    { name: '张伟', group: 'manager' },
    { name: '张伟', group: 'manager' },
  ]
  expect(await against(world, { trainings: [{ topic: '首检', managers: 2, workers: 0, trainees }] })).toEqual([
    '/trainings/0/trainees/1/name visit.traineeTwice',
  ])
})

test('two advisers of one name are two people', async () => {
  const world = await aWorld()
  await aVisit(world, await anEnterprise(world), {
    helpers: [
      { name: '李芳', adviserId: newRecordId() },
      { name: '李芳', adviserId: newRecordId() },
    ],
  })
  expect((await world.done('visit.list', {})).totals.experts).toBe(2)
})

test('a training of nobody is refused; names, where they were typed, are as many as were counted', async () => {
  const world = await aWorld()
  const trainees = [{ name: '张伟', group: 'manager' }]
  expect(await against(world, { trainings: [{ topic: '首检' }] })).toEqual(['/trainings/0/managers visit.trainingOfNobody'])
  expect(await against(world, { trainings: [{ topic: '首检', managers: 2, workers: 1, trainees }] })).toEqual([
    '/trainings/0/managers visit.traineesDontFit',
    '/trainings/0/workers visit.traineesDontFit',
  ])
  await aVisit(world, await anEnterprise(world), { trainings: [{ topic: '首检', managers: 1, trainees }] })
})

test('a prescription is for a problem of the same visit, and no problem is there twice', async () => {
  const world = await aWorld()
  const problem = aProblem()
  const prescriptions = [{ problem: newRecordId(), measure: '送检', owner: '周厂长' }]
  expect(await against(world, { problems: [problem], prescriptions })).toEqual([
    '/prescriptions/0/problem visit.prescriptionWithoutProblem',
  ])
  expect(await against(world, { problems: [problem, problem] })).toEqual(['/problems/1/description visit.problemTwice'])
})

test('a visit of a task force names a team that stands on the day', async () => {
  const world = await aWorld()
  const team = await seal(world, 'taskForce', {
    name: '演示突击队',
    region: '500103',
    captain: '李芳',
    members: [],
    foundedOn: '2026-01-01',
    dissolvedOn: '2026-11-01',
  })
  const teamId = team.ok ? team.value.id : ''
  expect(await against(world, { kind: 'taskForce' })).toEqual(['/teamId visit.teamMissing'])
  expect(await against(world, { kind: 'taskForce', teamId: newRecordId() })).toEqual(['/teamId visit.noSuchTeam'])
  expect(await against(world, { kind: 'taskForce', teamId })).toEqual(['/teamId visit.teamNotActive'])
  await aVisit(world, await anEnterprise(world), { kind: 'taskForce', teamId, on: '2026-10-01' })
  expect((await world.done('visit.list', { team: teamId })).items).toMatchObject([{ team: '演示突击队' }])
})

test('an agreement is of this enterprise and in force on the day; the enterprise stands in the directory', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world)
  const agreement = await seal(world, 'serviceAgreement', {
    no: 'XY-1',
    region: '500103',
    enterprise: { enterpriseId: enterprise, name: '重庆示范水泥有限公司', region: '500103' },
    doctors: [{ name: '李芳' }],
    signedOn: '2026-01-01',
    validFrom: '2026-01-01',
    validTo: '2026-06-30',
    intervalDays: 90,
    scope: '质量体检与培训',
  })
  const agreementId = agreement.ok ? agreement.value.id : ''
  expect(await against(world, { agreementId: newRecordId() })).toEqual(['/agreementId visit.noSuchAgreement'])
  expect(await against(world, { agreementId })).toEqual(['/agreementId visit.agreementOfAnother'])
  expect(codes(await logVisit(world, aVisitDoc(enterprise, { agreementId })))).toEqual(['visit.agreementNotInForce'])
  await aVisit(world, enterprise, { agreementId, on: '2026-06-30' })
  expect(codes(await logVisit(world, aVisitDoc(newRecordId())))).toEqual(['enterprise.notInDirectory'])
  expect(await against(world, { region: '999999' })).toEqual(['/region reference.unknownRegion'])
})

test('what is refused is still a draft, told in full by the check before it is sealed', async () => {
  const world = await aWorld()
  const id = newRecordId()
  const doc = aVisitDoc(await anEnterprise(world), { on: '2026-11-23', diagnosis: [{ dimension: 'testing', score: 9 }] })
  await world.done('record.saveDraft', { id, kind: 'visit', doc })
  const told = await world.done('visit.check', { id })
  expect(told.map(({ code }) => code)).toEqual(['visit.inFuture', 'visit.scoreOutOfRange'])
  expect(codes(await world.call('record.submit', { id }))).toEqual(told.map(({ code }) => code))
  expect((await world.done('record.get', { id }))?.doc).toMatchObject({ diagnosis: [{ dimension: 'testing', score: 9 }] })
})

test('a problem that came without an id is given one, and a code is written as the standard writes it', async () => {
  const world = await aWorld()
  const enterprise = await anEnterprise(world)
  const { id: _id, ...nameless } = aProblem()
  const visit = await aVisit(world, enterprise, {
    enterprise: { enterpriseId: enterprise, name: '重庆示范水泥有限公司', uscc: '91500103ma0dem013q', region: '500103' },
    problems: [nameless],
  })
  const { items } = await world.done('visit.listProblems', { visit })
  expect(items).toMatchObject([{ visit, description: '压力表超过检定有效期' }])
  expect((await world.done('record.get', { id: visit }))?.doc).toMatchObject({ enterprise: { uscc: '91500103MA0DEM013Q' } })
})

test('a second visit in the month: one visit more, no enterprise more', async () => {
  const clock = aClock()
  const world = await aWorld({ clock })
  const enterprise = await anEnterprise(world)
  await aVisit(world, enterprise, { on: '2026-11-02', helpers: [{ name: '李芳' }, { name: '王强' }] })
  const month = { from: '2026-11-01', to: '2026-11-30' }
  expect((await world.done('visit.list', month)).totals).toMatchObject({ visits: 1, enterprises: 1, experts: 2 })
  await aVisit(world, enterprise, { on: TODAY, follow: 'followUp' })
  expect((await world.done('visit.list', month)).totals).toMatchObject({ visits: 2, enterprises: 1, experts: 3 })
  expect((await world.done('visit.list', { from: '2026-11-03' })).totals).toMatchObject({ visits: 1, enterprises: 1, experts: 1 })
})
