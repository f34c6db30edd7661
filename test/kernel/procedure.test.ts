import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import { type Act, decideAct, decideWithdrawal, nextSteps, runProcedure } from '#shared/kernel/procedure'
import { checkProcedure } from '#shared/spot-check/check-procedure'

let n = 0
const anAct = (step: string, on: string, doc: object = {}): Act => ({
  id: String(n++).padStart(3, '0'),
  step,
  on,
  at: `${on}T10:00:00+08:00`,
  doc: { step, on, ...doc },
})

test('a whole case runs, in whatever order its acts arrive', () => {
  const open = anAct('open', '2024-09-18', {
    regime: 'industrial',
    sampledParty: { name: '甲' },
    labelledProducer: { name: '甲' },
    firstLab: '一',
    backupSample: true,
  })
  const acts = [
    open,
    anAct('notice', '2024-09-20', { recipient: 'sampledParty' }),
    anAct('stopSale', '2024-09-20'),
    anAct('lapse', '2024-10-09', { recipient: 'sampledParty' }),
    anAct('order', '2024-10-10'),
    anAct('rectification', '2024-11-10'),
    anAct('recheck', '2024-12-01', { result: 'passed' }),
    anAct('penalty', '2024-11-01', { decision: 'none' }),
    anAct('circular', '2024-11-01'),
    anAct('close', '2024-12-10'),
  ]
  for (const order of [acts, acts.toReversed()]) {
    const course = runProcedure(aftercareProcedure, order)
    expect(course.outOfPlace).toEqual([])
    expect(course.states).toMatchObject({ main: 'closed', objection: 'none', penalty: 'none', circular: 'sent' })
  }
  const without = runProcedure(
    aftercareProcedure,
    acts.filter(({ step }) => step !== 'penalty'),
  )
  expect(without.states['main']).toBe('passed')
  expect(without.outOfPlace.map(({ act: { step } }) => step)).toEqual(['close'])
})

const articleOf = (key: string) => ({ zh: key, en: key })
const checkActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    step: fc.constantFrom(...checkProcedure.steps.map(({ step }) => step)),
    on: fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${String(day)}`),
    at: fc.integer({ min: 10, max: 19 }).map((hour) => `2026-01-10T${String(hour)}:00:00+08:00`),
    doc: fc.record({
      sealIntact: fc.boolean(),
      outcome: fc.constantFrom('notFound', 'refused', 'terminated'),
      lab: fc.constantFrom('甲', '乙'),
    }),
  }),
  { maxLength: 14 },
)

test('whatever acts there are, in whatever order they arrive: one course, and each act counts or says why it does not', () => {
  fc.assert(
    fc.property(
      checkActs.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length }))),
      ([acts, shuffled]) => {
        const [one, other] = [runProcedure(checkProcedure, acts), runProcedure(checkProcedure, shuffled)]
        expect(other).toEqual(one)
        expect(one.taken.length + one.outOfPlace.length).toBe(acts.length)
        expect(one.outOfPlace.every(({ problems }) => problems.length > 0)).toBe(true)
        expect(one.taken.map(({ on }) => on)).toEqual(one.taken.map(({ on }) => on).toSorted())
      },
    ),
  )
})

test('an act that may be taken counts afterwards and pushes nothing out; one that is refused changes nothing', () => {
  fc.assert(
    fc.property(checkActs, (acts) => {
      const [act, ...others] = acts
      if (act === undefined) return
      const before = runProcedure(checkProcedure, others)
      const decided = decideAct(checkProcedure, others, act, articleOf)
      if (!decided.ok) return
      expect(decided.value.taken.map(({ id }) => id)).toContain(act.id)
      const kept = before.taken.filter(({ id }) => !decided.value.taken.some((taken) => taken.id === id))
      expect(kept).toEqual([])
    }),
  )
})

test('taking back the last act leaves the rest as it was; taking back what others rest on is refused by their names', () => {
  const acts = [anAct('plan', '2026-01-01'), anAct('assign', '2026-01-02'), anAct('arrive', '2026-01-03')]
  const [plan, , arrive] = acts
  expect(decideWithdrawal(checkProcedure, acts, arrive?.id ?? '')).toEqual([])
  expect(decideWithdrawal(checkProcedure, acts, plan?.id ?? '')).toMatchObject([
    { code: 'procedure.laterStepsStand', facts: { steps: { zh: '派发 2026-01-02, 到达现场 2026-01-03' } } },
  ])
  expect(nextSteps(checkProcedure, runProcedure(checkProcedure, acts)).map(({ step }) => step)).toEqual(['outcome', 'draw', 'seal'])
})
