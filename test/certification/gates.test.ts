import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { certificationProcedure } from '#shared/certification/certification-procedure'
import { unmetOf } from '#shared/certification/requirement'
import { closedBefore, ENDED, STAGES, stageOf } from '#shared/certification/stages'
import { type Act, runProcedure } from '#shared/kernel/procedure'
import { aWorldOn } from '../aftercare/a-case.ts'
import {
  aCertificationCase,
  anEnterprise,
  DAYS,
  detailOf,
  type InCase,
  PASSING,
  problemsOf,
  take,
  took,
  walkTo,
} from './a-certification.ts'

vi.setConfig({ testTimeout: 120_000 })

const STEPS = certificationProcedure.steps.map(({ step }) => step).filter((step) => step !== 'open')

/** Steps that the table does not allow in a state. */
const illegalIn = (state: string): string[] =>
  Object.hasOwn(ENDED, state)
    ? STEPS
    : certificationProcedure.steps
        .filter(({ step, track, from }) => step !== 'open' && step !== 'resume' && track === 'main' && !from.includes(state))
        .map(({ step }) => step)

/** What a refusal must be: of a later stage its closed gates, of an earlier one that it is passed, of an ended case that it has ended. */
function codeFor(state: string, step: string): string {
  if (Object.hasOwn(ENDED, state)) return 'procedure.notInState'
  const [now, wanted] = [STAGES.findIndex((stage) => stage.step === state), STAGES.findIndex((stage) => stage.step === step)]
  return step === 'complete' || wanted > now ? 'certification.gateSkipped' : 'certification.gatePassed'
}

async function refusesAllElse(inCase: InCase, on: string): Promise<number> {
  const { stage } = (await detailOf(inCase)).summary
  const before = inCase.world.lines()
  for (const step of illegalIn(stage)) {
    const [found] = problemsOf(await take(inCase, step, on))
    const gates = closedBefore(stage, step).map(({ name, gate }) => ({ stage: name, gate }))
    const code = codeFor(stage, step)
    const facts = code === 'certification.gateSkipped' && step !== 'complete' ? { gates } : {}
    expect([stage, step, found]).toMatchObject([stage, step, { code, facts }])
  }
  expect(inCase.world.lines()).toBe(before)
  return illegalIn(stage).length
}

test('every stage is reached by commands alone, and in each of them every step that skips or repeats a gate is refused in its words', async () => {
  const world = await aWorldOn('2024-01-05')
  const inCase = { world, id: await aCertificationCase(world, '2024-01-05', await anEnterprise(world)) }
  const seen = new Set<string>()
  let pairs = 0
  const look = async (on: string): Promise<void> => {
    const { stage } = (await detailOf(inCase)).summary
    if (!seen.has(stage)) pairs += await refusesAllElse(inCase, on)
    seen.add(stage)
  }
  await look('2024-01-05')
  for (const { step } of STAGES.slice(0, 10)) {
    const on = DAYS[step] ?? ''
    await took(inCase, step, on)
    await look(on)
  }
  for (const [step, on] of [
    ['surveillance', '2025-08-01'],
    ['surveillance', '2026-08-01'],
    ['recertification', '2027-08-01'],
    ['complete', '2027-09-01'],
  ] as const) {
    await took(inCase, step, on)
    await look(on)
  }
  for (const [step, state] of [
    ['abandon', 'abandoned'],
    ['fail', 'failed'],
  ] as const) {
    const other = { world, id: await aCertificationCase(world, '2027-09-01', (await detailOf(inCase)).summary.enterpriseId) }
    await took(other, step, '2027-09-01')
    pairs += await refusesAllElse(other, '2027-09-01')
    expect((await detailOf(other)).summary.stage).toBe(state)
    seen.add(state)
  }
  expect([...seen].toSorted()).toEqual([...STAGES.map(({ step }) => step), ...Object.keys(ENDED)].toSorted())
  expect(pairs).toBeGreaterThan(150)
})

test('what a surveillance or recertification came to leads on, stays, or ends the case, as the table says', async () => {
  const world = await aWorldOn('2024-01-05')
  const enterprise = await anEnterprise(world)
  const ends = async (...steps: readonly (readonly [string, string, object?])[]): Promise<string> => {
    const inCase = { world, id: await aCertificationCase(world, '2024-01-05', enterprise) }
    await walkTo(inCase, 'surveillance')
    for (const [step, on, changes = {}] of steps) await took(inCase, step, on, changes as { [key: string]: unknown })
    return (await detailOf(inCase)).summary.stage
  }
  expect(await ends(['surveillance', '2025-08-01', { result: 'withdrawn' }])).toBe('failed')
  expect(
    await ends(['surveillance', '2025-08-01', { result: 'suspended' }], ['surveillance', '2025-10-01'], ['surveillance', '2026-08-01']),
  ).toBe('recertification')
  const both = [
    ['surveillance', '2025-08-01'],
    ['surveillance', '2026-08-01'],
  ] as const
  expect(await ends(...both, ['recertification', '2027-08-01', { result: 'lapsed' }])).toBe('completed')
})

/** Acts of one case in disorder: good ones, gates left open, days mixed up. */
const anAct = fc.record({
  step: fc.constantFrom('open', ...STEPS),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  whole: fc.boolean(),
})
const aHistory = fc.array(anAct, { maxLength: 40 }).map((drawn) =>
  drawn.map(({ step, day, month, whole }, at): Act => {
    const on = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    const doc = step === 'certificate' ? { number: 'X', verification: 'unverified', issuedOn: on } : { ...PASSING[step], on }
    return {
      id: `r${String(at).padStart(3, '0')}`,
      step,
      on,
      at: `${on}T10:00:00+08:00`,
      doc: whole ? doc : { on, issuedOn: on, openedOn: on },
    }
  }),
)
/** Every stage in order, each passed, drawn into the disorder so that some histories come far. */
const aWholeWay = ['open', ...STAGES.slice(0, 10).map(({ step }) => step)].map((step, at): Act => {
  const on = `2024-${String(at + 1).padStart(2, '0')}-15`.replace('2024-11', '2024-10').replace('-15', at === 10 ? '-20' : '-15')
  const doc = step === 'certificate' ? { number: 'Y', verification: 'unverified', issuedOn: on } : { ...PASSING[step], on, openedOn: on }
  return { id: `w${String(at).padStart(3, '0')}`, step, on, at: `${on}T09:00:00+08:00`, doc }
})

test('whatever arrives in whatever order, no certificate counts unless every gate before it was passed, in order, with all it asks', () => {
  let certified = 0
  fc.assert(
    fc.property(aHistory, fc.subarray(aWholeWay, { minLength: 8 }), fc.boolean(), (noise, some, all) => {
      const acts = [...(all ? aWholeWay : some), ...noise]
      const { taken } = runProcedure(certificationProcedure, acts)
      const order = taken.map(({ step }) => step)
      for (const { step, doc } of taken) expect(unmetOf(stageOf(step)?.requirements ?? [], doc)).toEqual([])
      const at = order.indexOf('certificate')
      if (at < 0) return
      certified += 1
      const before = order.slice(0, at).filter((step) => stageOf(step) !== undefined)
      expect(before).toEqual(STAGES.slice(0, 9).map(({ step }) => step))
      expect(certificationProcedure.measures?.({ states: {}, taken }, 'c').length).toBe(
        order.filter((step) => step === 'certificate').length,
      )
    }),
    { numRuns: 400 },
  )
  expect(certified).toBeGreaterThan(20)
})

test('the same acts in any order of arrival make the same course', () => {
  fc.assert(
    fc.property(
      aHistory.chain((noise) =>
        fc.tuple(
          fc.constant([...aWholeWay, ...noise]),
          fc.shuffledSubarray([...aWholeWay, ...noise], { minLength: aWholeWay.length + noise.length }),
        ),
      ),
      ([acts, shuffled]) => {
        expect(runProcedure(certificationProcedure, shuffled)).toEqual(runProcedure(certificationProcedure, acts))
      },
    ),
    { numRuns: 100 },
  )
})
