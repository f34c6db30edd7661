import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { say } from '#shared/app/say'
import { type AWorld, aWorld } from '../app/a-world.ts'
import {
  aBenefit,
  aProblem,
  aRaisedProblem,
  aStation,
  aVisit,
  aVisitDoc,
  codes,
  confirmed,
  type Doc,
  measured,
  problemOf,
  problemsOf,
  solvedBy,
  took,
  tryStep,
} from './a-visit.ts'

const told = async (world: AWorld, problem: string, on: string, changes: Doc): Promise<string[]> =>
  problemsOf(await tryStep({ world, problem }, 'followUp', on, changes)).map(({ code, path }) => `${path} ${code}`)

test('solved without evidence is refused and says so; with evidence it counts from that day, while it stands solved', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-10-01')
  const [refusal] = problemsOf(await tryStep({ world, problem }, 'followUp', '2026-10-20', { state: 'solved', evidence: '  ' }))
  if (refusal === undefined) throw new Error('solved without evidence')
  expect(refusal).toMatchObject({ code: 'visit.solvedWithoutEvidence', path: '/evidence' })
  expect(say(refusal, 'zh')).toContain('已解决须写明证据')
  expect(measured(world, 'problemSolved')).toEqual([])

  const solving = await took({ world, problem }, 'followUp', '2026-10-20', solvedBy)
  await took({ world, problem }, 'followUp', '2026-10-28', { state: 'solved', evidence: '再次核对，仍在有效期内' })
  const solved = [{ name: 'problemSolved', grp: 'qualityDoctor', day: '2026-10-20', amount: 1, rid: solving }]
  expect(measured(world, 'problemSolved')).toEqual(solved)
  expect((await world.done('visit.list', {})).totals).toMatchObject({ raised: 1, solved: 1 })

  await took({ world, problem }, 'followUp', '2026-11-05', { state: 'partial' })
  expect(measured(world, 'problemSolved')).toEqual([])
  expect(measured(world, 'problemRaised').map(({ day }) => day)).toEqual(['2026-10-01'])
  expect((await problemOf(world, problem)).summary).toMatchObject({ state: 'partial', open: true, due: '2026-12-05' })
})

test('declined needs a reason, an effect both its ends, the next follow-up a later day', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-10-01')
  expect(await told(world, problem, '2026-10-20', { state: 'declined' })).toEqual(['/reason visit.declinedWithoutReason'])
  expect(await told(world, problem, '2026-10-20', { effect: { metric: '一次合格率', before: '91 %' } })).toEqual([
    '/effect/after field.missing',
  ])
  expect(await told(world, problem, '2026-10-20', { nextOn: '2026-10-20' })).toEqual(['/nextOn visit.nextNotAfter'])
  expect(await told(world, problem, '2026-09-30', {})).toEqual(['/on procedure.beforeItsCause'])
  expect(await told(world, problem, '2026-10-20', { on: '2027-01-01' })).toEqual(['/on procedure.inFuture'])
  expect(codes(await tryStep({ world, problem }, 'refer', '2026-09-30', { facilityId: await aStation(world) }))).toEqual([
    'procedure.beforeItsCause',
  ])
  expect(codes(await tryStep({ world, problem }, 'refer', '2026-10-20', { facilityId: newRecordId() }))).toEqual(['visit.noSuchFacility'])
})

test('a benefit has an amount and a basis, and counts nothing until the enterprise has confirmed it', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-10-01')
  const benefit = (changes: Doc): Doc => ({ ...solvedBy, benefit: { ...aBenefit, ...changes } })
  expect(await told(world, problem, '2026-10-20', benefit({ yuan: '0' }))).toEqual(['/benefit/yuan visit.benefitWithoutAmount'])
  expect(await told(world, problem, '2026-10-20', benefit({ basis: '' }))).toEqual(['/benefit/basis field.missing'])
  expect(await told(world, problem, '2026-10-20', benefit({ yuan: '一万' }))).toEqual(['/benefit/yuan field.invalid'])
  expect(await told(world, problem, '2026-10-20', benefit({ confirmedBy: '周厂长' }))).toEqual([
    '/benefit/confirmedOn visit.confirmationIncomplete',
  ])
  expect(await told(world, problem, '2026-10-20', benefit(confirmed('2026-09-30')))).toEqual([
    '/benefit/confirmedOn visit.confirmedOutOfTime',
  ])
  expect(codes(await tryStep({ world, problem }, 'confirmBenefit', '2026-10-20'))).toEqual(['procedure.notInState'])

  await took({ world, problem }, 'followUp', '2026-10-20', benefit({}))
  expect(measured(world, 'benefit')).toEqual([])
  expect((await problemOf(world, problem)).benefit).toEqual({ ...aBenefit, confirmedBy: '', confirmedOn: '' })
  const early = await tryStep({ world, problem }, 'confirmBenefit', '2026-11-01', { benefit: confirmed('2026-10-19') })
  expect(codes(early)).toEqual(['visit.confirmedOutOfTime'])

  const act = await took({ world, problem }, 'confirmBenefit', '2026-11-01', { benefit: { ...confirmed('2026-10-30'), yuan: '11000' } })
  expect(measured(world, 'benefit')).toEqual([{ name: 'benefit', grp: 'qualityDoctor', day: '2026-10-30', amount: 1_100_000, rid: act }])
  await world.done('record.void', { id: act, reason: '企业收回' })
  expect(measured(world, 'benefit')).toEqual([])
})

test('a benefit that is said again replaces the one before; they are never added up', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-10-01')
  await took({ world, problem }, 'followUp', '2026-10-20', { state: 'partial', benefit: { ...confirmed('2026-10-20'), yuan: '5000' } })
  await took({ world, problem }, 'followUp', '2026-11-01', { ...solvedBy, benefit: { ...aBenefit, yuan: '9000' } })
  expect(measured(world, 'benefit').map(({ day, amount }) => [day, amount])).toEqual([['2026-10-20', 500_000]])
  await took({ world, problem }, 'confirmBenefit', '2026-11-05', { benefit: { ...confirmed('2026-11-05'), yuan: '9000' } })
  expect(measured(world, 'benefit').map(({ day, amount }) => [day, amount])).toEqual([['2026-11-05', 900_000]])
})

test('of a problem that was referred, the service, the solution and the benefit count for the station too, by element', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-10-01')
  const { problem: other } = await anotherProblem(world)
  const refer = await took({ world, problem }, 'refer', '2026-10-05', { facilityId: await aStation(world) })
  await took({ world, problem }, 'answer', '2026-10-12')
  const solving = await took({ world, problem }, 'followUp', '2026-11-01', { ...solvedBy, benefit: confirmed('2026-11-01') })
  await took({ world, problem: other }, 'followUp', '2026-11-02', { ...solvedBy, benefit: confirmed('2026-11-02') })
  expect(measured(world, 'nqiService', 'nqiSolved', 'nqiBenefit')).toEqual([
    { name: 'nqiBenefit', grp: 'metrology', day: '2026-11-01', amount: 1_200_050, rid: solving },
    { name: 'nqiService', grp: 'metrology', day: '2026-10-05', amount: 1, rid: refer },
    { name: 'nqiSolved', grp: 'metrology', day: '2026-11-01', amount: 1, rid: solving },
  ])
  expect(measured(world, 'problemSolved')).toHaveLength(2)
})

async function anotherProblem(world: AWorld): Promise<{ readonly problem: string }> {
  const problem = newRecordId()
  const [visit] = (await world.done('visit.list', {})).items
  await aVisit(world, visit?.enterpriseId ?? '', {
    on: '2026-10-01',
    problems: [aProblem({ id: problem, description: '原料没有验收记录' })],
  })
  return { problem }
}

test('a problem that was followed up may not vanish by a correction, nor its visit move behind the follow-up, nor be voided', async () => {
  const world = await aWorld()
  const { enterprise, visit, problem } = await aRaisedProblem(world, '2026-10-01')
  const unfollowed = newRecordId()
  const both = aVisitDoc(enterprise, { on: '2026-10-01', problems: [aProblem({ id: problem }), aProblem({ id: unfollowed })] })
  await world.done('record.correct', { id: visit, doc: both, reason: '补记一个问题' })
  const followUp = await took({ world, problem }, 'followUp', '2026-10-20', solvedBy)
  const correct = (changes: Doc) => world.call('record.correct', { id: visit, doc: { ...both, ...changes }, reason: '误记' })
  expect(codes(await correct({ problems: [aProblem({ id: unfollowed })] }))).toEqual(['procedure.laterStepsStand'])
  expect(codes(await correct({ on: '2026-10-21' }))).toEqual(['procedure.laterStepsStand'])
  expect(codes(await world.call('record.void', { id: visit, reason: '误记' }))).toEqual(['procedure.laterStepsStand'])
  expect((await world.done('visit.list', {})).totals).toMatchObject({ raised: 2, solved: 1 })

  expect(codes(await correct({ problems: [aProblem({ id: problem, severity: 'serious' })] }))).toEqual([])
  expect((await world.done('visit.listProblems', { show: 'all' })).items).toMatchObject([
    { id: problem, severity: 'serious', state: 'solved' },
  ])
  await world.done('record.void', { id: followUp, reason: '误记' })
  await world.done('record.void', { id: visit, reason: '误记' })
  expect((await world.done('visit.list', {})).totals).toEqual({
    visits: 0,
    enterprises: 0,
    experts: 0,
    managers: 0,
    workers: 0,
    raised: 0,
    solved: 0,
  })
})

test('a correction of a step is about the same step of the same problem', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-10-01')
  const { problem: other } = await anotherProblem(world)
  const id = await took({ world, problem }, 'followUp', '2026-10-20')
  const doc = (await world.done('record.get', { id }))?.doc ?? {}
  expect(codes(await world.call('record.correct', { id, doc: { ...doc, problem: other }, reason: '误记' }))).toEqual(['visit.staysAsItIs'])
  await world.done('record.correct', { id, doc: { ...doc, ...solvedBy }, reason: '已解决' })
  expect((await problemOf(world, problem)).summary.state).toBe('solved')
})

test('a step is filled in as far as the problem knows', async () => {
  const world = await aWorld()
  const { enterprise, problem } = await aRaisedProblem(world, '2026-10-01', { receivedBy: '周厂长' })
  const about = {
    problem,
    region: '500103',
    enterpriseId: enterprise,
    enterpriseName: '重庆示范水泥有限公司',
    description: '压力表超过检定有效期',
  }
  const stepOf = async (step: string) => (await world.done('visit.newStep', { problem, step })).doc
  expect(await stepOf('refer')).toMatchObject({ ...about, element: 'metrology', question: '压力表超过检定有效期' })
  const effect = { metric: '在用表合格率', before: '60', after: '80', unit: '%' }
  await took({ world, problem }, 'followUp', '2026-10-20', { state: 'partial', effect, benefit: aBenefit })
  expect((await stepOf('followUp'))['effect']).toEqual({ metric: '在用表合格率', before: '60', unit: '%' })
  expect((await stepOf('confirmBenefit'))['benefit']).toEqual({ ...aBenefit, confirmedBy: '周厂长', confirmedOn: '2026-11-22' })
  expect(codes(await world.call('visit.newStep', { problem, step: 'raise' }))).toEqual(['procedure.unknownStep'])
})
