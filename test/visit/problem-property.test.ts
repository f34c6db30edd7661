import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { textAt } from '#shared/kernel/kind'
import type { Measure } from '#shared/kernel/measure'
import { type Act, runProcedure } from '#shared/kernel/procedure'
import { clocksOf } from '#shared/visit/problem-clocks'
import { measuresOfProblem } from '#shared/visit/problem-measures'
import { problemProcedure } from '#shared/visit/problem-procedure'
import { aProblemHistory, SUBJECT } from './problem-history.ts'

vi.setConfig({ testTimeout: 60_000 })

const courseOf = (acts: readonly Act[]) => runProcedure(problemProcedure, acts)

function everything(acts: readonly Act[]): unknown {
  const course = courseOf(acts)
  return {
    states: course.states,
    taken: course.taken.map(({ id }) => id),
    aside: course.outOfPlace.map(({ act, problems }) => [act.id, problems]),
    measures: measuresOfProblem(course, SUBJECT),
    clocks: clocksOf(course, SUBJECT),
  }
}

test('the same acts give the same course, the same counts and the same days, in whatever order they arrived', () => {
  fc.assert(
    fc.property(
      aProblemHistory.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length }))),
      ([acts, shuffled]) => {
        expect(everything(shuffled)).toEqual(everything(acts))
      },
    ),
    { numRuns: 3000 },
  )
})

/** What the words of the last follow-up must say in a state, written down a second time; states that ask for none need none. */
const NEEDED: Readonly<Record<string, string>> = { solved: 'evidence', declined: 'reason' }

test('no history ends solved without evidence, nor declined without a reason', () => {
  fc.assert(
    fc.property(aProblemHistory, (acts) => {
      const { states, taken } = courseOf(acts)
      const needed = NEEDED[states['main'] ?? '']
      const last = taken.findLast(({ step }) => step === 'followUp' || step === 'transfer')
      const said = needed === undefined ? 'nothing is asked' : textAt(last?.doc, needed).trim()
      expect(said).not.toBe('')
    }),
    { numRuns: 5000 },
  )
})

test('a problem counts as solved exactly while it stands solved, and not at all where the visit does not name it', () => {
  let solved = 0
  fc.assert(
    fc.property(aProblemHistory, (acts) => {
      const course = courseOf(acts)
      const [raise] = course.taken
      const named = JSON.stringify(raise?.doc['problems'] ?? []).includes(SUBJECT)
      const counted = measuresOfProblem(course, SUBJECT).map(({ name }) => name)
      const counts = (name: string): number => counted.filter((one) => one === name).length
      const stands = named && course.states['main'] === 'solved'
      expect([counts('problemRaised'), counts('problemSolved')]).toEqual([named ? 1 : 0, stands ? 1 : 0])
      if (stands) solved += 1
    }),
    { numRuns: 5000 },
  )
  expect(solved).toBeGreaterThan(300) // or the test would say nothing
})

/** A sound confirmation, written down a second time from the words of the programme. */
function isConfirmed({ doc, on }: Act, { on: day, amount }: Measure): boolean {
  const benefit = doc['benefit']
  const [by, confirmedOn, yuan, basis] = ['confirmedBy', 'confirmedOn', 'yuan', 'basis'].map((name) => textAt(benefit, name))
  return by !== '' && confirmedOn === day && day <= on && basis !== '' && Math.round(Number(yuan) * 100) === amount && amount > 0
}

test('no benefit is counted but by an act in which the enterprise confirmed it, by name and day; at most one of a problem', () => {
  let counted = 0
  fc.assert(
    fc.property(aProblemHistory, (acts) => {
      const course = courseOf(acts)
      const benefits = measuresOfProblem(course, SUBJECT).filter(({ name }) => name === 'benefit' || name === 'nqiBenefit')
      expect(benefits.filter(({ name }) => name === 'benefit').length).toBeLessThanOrEqual(1)
      for (const benefit of benefits) {
        counted += 1
        const act = course.taken.find(({ id }) => id === benefit.record)
        expect(act !== undefined && isConfirmed(act, benefit)).toBe(true)
      }
    }),
    { numRuns: 5000 },
  )
  expect(counted).toBeGreaterThan(100)
})

test('a station is credited with nothing of a problem that was not referred', () => {
  fc.assert(
    fc.property(aProblemHistory, (acts) => {
      const course = courseOf(acts.filter(({ step }) => step !== 'refer'))
      expect(measuresOfProblem(course, SUBJECT).filter(({ name }) => name.startsWith('nqi'))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('every act counts or is shown out of place with a reason; what is over is asked after no more', () => {
  fc.assert(
    fc.property(aProblemHistory, (acts) => {
      const course = courseOf(acts)
      expect([...course.taken.map(({ id }) => id), ...course.outOfPlace.map(({ act }) => act.id)].toSorted()).toEqual(
        acts.map(({ id }) => id).toSorted(),
      )
      expect(course.outOfPlace.filter(({ problems }) => problems.length === 0)).toEqual([])
      const asked = clocksOf(course, SUBJECT).filter(({ rule }) => ['prescriptionDue', 'nextFollowUp', 'followUp'].includes(rule))
      const pending = ['open', 'inProgress', 'partial'].includes(course.states['main'] ?? '')
      expect(asked.length).toBe(pending ? 1 : 0)
    }),
    { numRuns: 3000 },
  )
})
