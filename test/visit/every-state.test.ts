import { expect, test, vi } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { type Act, ruleOf, runProcedure, type States, standsAgainst } from '#shared/kernel/procedure'
import { problemProcedure } from '#shared/visit/problem-procedure'
import { isPending, PROBLEM_STATES } from '#shared/visit/problem-states'
import type { ProblemStepName } from '#shared/visit/problem-step'
import { moveTo } from '../aftercare/a-case.ts'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { aBenefit, aRaisedProblem, aStation, confirmed, type Doc, problemOf, problemsOf, SAID, solvedBy, took, tryStep } from './a-visit.ts'

vi.setConfig({ testTimeout: 60_000 })

type Walk = readonly (readonly [step: ProblemStepName, on: string, changes?: Doc])[]

/** Ways through the table that together stand in every state of every track, alone and side by side. */
const WALKS: Readonly<Record<string, Walk>> = {
  'referred, answered, solved, its benefit confirmed later': [
    ['refer', '2026-10-05'],
    ['answer', '2026-10-12'],
    ['followUp', '2026-10-20', { state: 'partial' }],
    ['followUp', '2026-11-01', { ...solvedBy, benefit: aBenefit }],
    ['confirmBenefit', '2026-11-10', { benefit: confirmed('2026-11-10') }],
  ],
  'declined, taken up again, solved with the benefit confirmed at once': [
    ['followUp', '2026-10-10', { state: 'declined', reason: '近期停产改造' }],
    ['followUp', '2026-10-20', { state: 'inProgress' }],
    ['followUp', '2026-11-01', { ...solvedBy, benefit: confirmed('2026-11-01') }],
  ],
  'still waiting when it is handed over': [
    ['refer', '2026-10-05'],
    ['followUp', '2026-10-10', { state: 'notStarted' }],
    ['transfer', '2026-10-12'],
  ],
  'waiting, with a benefit that nobody confirmed': [
    ['followUp', '2026-10-10', { state: 'partial', benefit: aBenefit }],
    ['refer', '2026-10-12'],
    ['followUp', '2026-10-20', solvedBy],
  ],
}

/** What the table says of a step in these states: the track of the step, and for a referral that the problem is pending. */
function isAllowed(states: States, step: ProblemStepName): boolean {
  const rule = ruleOf(problemProcedure, step)
  if (rule === undefined || states['main'] === 'transferred') return false
  return rule.from.includes(states[rule.track] ?? '') && (step !== 'refer' || isPending(states['main']))
}

const STEPS = Object.keys(SAID) as ProblemStepName[]

/** Every step that is not allowed is refused with its name and article, and nothing is written. Answers the pairs that were tried. */
async function refusesAllElse(world: AWorld, problem: string, on: string): Promise<string[]> {
  const { course } = await problemOf(world, problem)
  const illegal = STEPS.filter((step) => !isAllowed(course.states, step))
  const before = world.lines()
  for (const step of illegal) {
    const rule = ruleOf(problemProcedure, step)
    const answer = await tryStep({ world, problem }, step, on, step === 'refer' ? { facilityId: newRecordId() } : {})
    const facts = { step: rule?.name, article: world.world.articleOf(rule?.article ?? '') }
    expect([step, problemsOf(answer)]).toMatchObject([step, [{ code: 'procedure.notInState', facts }]])
  }
  expect(world.lines()).toBe(before)
  expect(course.next.map(({ step }) => step).toSorted()).toEqual(STEPS.filter((step) => isAllowed(course.states, step)).toSorted())
  return illegal.map((step) => `${JSON.stringify(course.states)} × ${step}`)
}

test('every state is reached by commands alone; in each of them whatever the table does not allow is refused with its article', async () => {
  const seen = new Map(Object.keys(PROBLEM_STATES).map((track) => [track, new Set<string>()]))
  const pairs = new Set<string>()
  for (const walk of Object.values(WALKS)) {
    const world = await aWorld()
    const { problem } = await aRaisedProblem(world, '2026-10-01')
    const facilityId = await aStation(world)
    const look = async (on: string): Promise<void> => {
      const { course } = await problemOf(world, problem)
      for (const [track, state] of Object.entries(course.states)) seen.get(track)?.add(state)
      for (const pair of await refusesAllElse(world, problem, on)) pairs.add(pair)
    }
    await look('2026-10-01')
    for (const [step, on, changes = {}] of walk) {
      await took({ world, problem }, step, on, step === 'refer' ? { facilityId } : changes)
      await look(on)
    }
  }
  const all = Object.entries(PROBLEM_STATES).map(([track, states]) => [
    track,
    Object.keys(states).filter((s) => `${track} ${s}` !== 'main none'),
  ])
  expect(Object.fromEntries([...seen].map(([track, states]) => [track, [...states].toSorted()]))).toEqual(
    Object.fromEntries(all.map(([track, states]) => [track, (states as string[]).toSorted()])),
  )
  expect(pairs.size).toBeGreaterThan(15)
})

const product = (): States[] =>
  Object.keys(PROBLEM_STATES.main).flatMap((main) =>
    Object.keys(PROBLEM_STATES.referral).flatMap((referral) =>
      Object.keys(PROBLEM_STATES.benefit).map((benefit) => ({ main, referral, benefit })),
    ),
  )

test('in all combinations of states, reached or not, the table allows exactly what it says, and lands where it says', () => {
  const on = '2026-10-02'
  const raise: Act = { id: 'r0', step: 'raise', on: '2026-10-01', at: '2026-10-01T10:00:00+08:00', doc: { on: '2026-10-01' } }
  const said: Act = { id: 'r1', step: 'followUp', on, at: `${on}T10:00:00+08:00`, doc: { on, state: 'partial', benefit: aBenefit } }
  const articleOf = (key: string) => ({ zh: key, en: key })
  let tried = 0
  for (const states of product())
    for (const step of STEPS) {
      const course = { states, taken: [raise, said] }
      const doc = { on, ...SAID[step], ...(step === 'confirmBenefit' ? { benefit: confirmed(on) } : {}) }
      const problems = standsAgainst(problemProcedure, course, { step, on, doc }, articleOf)
      expect([states, step, problems.length === 0]).toEqual([states, step, isAllowed(states, step)])
      tried += 1
      if (problems.length > 0) continue
      const rule = ruleOf(problemProcedure, step)
      expect(rule?.lands).toContainEqual(rule?.to?.(doc, course) ?? rule?.lands[0])
    }
  expect(tried).toBe(7 * 3 * 3 * STEPS.length)
})

test('nothing is recorded of a problem that is not here', async () => {
  const world = await aWorld()
  const problem = newRecordId()
  for (const step of STEPS) {
    expect(problemsOf(await world.call('visit.newStep', { problem, step }))).toMatchObject([{ code: 'visit.noSuchProblem' }])
    const id = newRecordId()
    const doc = {
      step,
      problem,
      on: '2026-11-22',
      region: '500103',
      enterpriseId: newRecordId(),
      enterpriseName: '演示厂',
      description: '演示',
    }
    await world.done('record.saveDraft', {
      id,
      kind: 'problemStep',
      doc: { ...doc, ...SAID[step], ...(step === 'refer' ? { facilityId: id } : {}) },
    })
    expect(problemsOf(await world.call('record.submit', { id }))).toMatchObject([{ code: 'visit.noSuchProblem', path: '/problem' }])
  }
  expect(world.lines()).toBe(0)
})

test('handing over is an act of its own: no visit, whatever it found, hands anything over', async () => {
  const world = await aWorld()
  const { problem } = await aRaisedProblem(world, '2026-10-01')
  moveTo(world, '2026-10-02')
  expect(world.world.db.all('SELECT kind FROM records ORDER BY kind')).toEqual([{ kind: 'enterprise' }, { kind: 'visit' }])
  expect(problemsOf(await tryStep({ world, problem }, 'transfer', '2026-10-02', { reason: '' }))).toMatchObject([
    { code: 'field.missing', path: '/reason' },
  ])
  expect(problemsOf(await tryStep({ world, problem }, 'transfer', '2026-10-02', { to: '' }))).toMatchObject([
    { code: 'field.missing', path: '/to' },
  ])
  await took({ world, problem }, 'transfer', '2026-10-02')
  expect(await problemOf(world, problem)).toMatchObject({
    summary: { state: 'transferred', open: false, due: null },
    course: { open: false, next: [] },
  })
  expect(world.world.db.all('SELECT DISTINCT kind FROM records ORDER BY kind')).toEqual([
    { kind: 'enterprise' },
    { kind: 'problemStep' },
    { kind: 'visit' },
  ])
})

test('a course without the visit that raised it stands nowhere', () => {
  const act: Act = { id: 'r1', step: 'followUp', on: '2026-10-02', at: '2026-10-02T10:00:00+08:00', doc: { on: '2026-10-02', ...solvedBy } }
  const { states, outOfPlace } = runProcedure(problemProcedure, [act])
  expect([states['main'], outOfPlace.length]).toEqual(['none', 1])
})
