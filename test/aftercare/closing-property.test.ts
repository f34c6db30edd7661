import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import type { Act } from '#shared/kernel/procedure'
import { runProcedure } from '#shared/kernel/procedure'
import { aHistory } from './a-history.ts'
import { whatIsMissing } from './what-is-missing.ts'

vi.setConfig({ testTimeout: 120_000 })

test('no history, honest or not, ends in a closed case with a step missing', () => {
  let closed = 0
  fc.assert(
    fc.property(aHistory, (acts) => {
      const course = runProcedure(aftercareProcedure, acts)
      if (course.states['main'] !== 'closed') return
      closed += 1
      expect(whatIsMissing(course.taken)).toEqual([])
    }),
    { numRuns: 10_000 },
  )
  expect(closed).toBeGreaterThan(1000) // or the test would say nothing
})

test('the same acts give the same course, in whatever order they arrived', () => {
  fc.assert(
    fc.property(
      aHistory.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length }))),
      ([acts, shuffled]) => {
        const courseOf = (some: readonly Act[]) => {
          const { states, taken, outOfPlace } = runProcedure(aftercareProcedure, some)
          return { states, taken: taken.map(({ id }) => id), aside: outOfPlace.map(({ act, problems }) => [act.id, problems]) }
        }
        expect(courseOf(shuffled)).toEqual(courseOf(acts))
      },
    ),
    { numRuns: 2000 },
  )
})

test('every act either counts or is shown out of place with a reason; none is lost', () => {
  fc.assert(
    fc.property(aHistory, (acts) => {
      const { taken, outOfPlace } = runProcedure(aftercareProcedure, acts)
      const seen = [...taken.map(({ id }) => id), ...outOfPlace.map(({ act }) => act.id)]
      expect(seen.toSorted()).toEqual(acts.map(({ id }) => id).toSorted())
      expect(outOfPlace.filter(({ problems }) => problems.length === 0)).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
