import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Decision, openDecisions, standingDecision } from '#shared/kernel/decisions'

/** Decisions of people who each had seen some of those before. */
const someDecisions = fc
  .array(fc.record({ act: fc.constantFrom<Decision['act']>('exclude', 'include'), seen: fc.array(fc.boolean(), { maxLength: 6 }) }), {
    maxLength: 6,
  })
  .map((acts) => {
    const decisions: Decision[] = []
    for (const [index, { act, seen }] of acts.entries())
      decisions.push({ id: `d${String(index)}`, act, par: openDecisions(decisions.filter((_one, at) => seen[at] ?? false)) })
    return decisions
  })

test('decisions stand alike in every order of arrival', () => {
  const shuffled = someDecisions.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(standingDecision(other)).toBe(standingDecision(all))
      expect(openDecisions(other)).toEqual(openDecisions(all))
    }),
  )
})

test('one decision taken upon all that stand decides, whatever was decided before', () => {
  fc.assert(
    fc.property(someDecisions, fc.constantFrom<Decision['act']>('exclude', 'include'), (before, act) => {
      expect(standingDecision([...before, { id: 'last', act, par: openDecisions(before) }])).toBe(act)
    }),
  )
})

test('of decisions taken apart, leaving out wins', () => {
  const root: Decision = { id: 'a', act: 'exclude', par: [] }
  const again: Decision = { id: 'b', act: 'include', par: ['a'] }
  const apart: Decision = { id: 'c', act: 'exclude', par: ['a'] }
  expect(standingDecision([root, again])).toBe('include')
  expect(standingDecision([root, again, apart])).toBe('exclude')
  expect(standingDecision([])).toBeNull()
})
