import { expect, test } from 'vitest'
import { digitsTyped, wholeNumber } from '../../renderer/kernel/controls/whole-number'

test.each([
  ['120', 120],
  ['１２０', 120],
  ['1,200', 1200],
  ['12a', 12],
  ['007', 7],
  ['', undefined],
  ['abc', undefined],
])('%s is kept as %s', (typed, value) => {
  expect(wholeNumber(digitsTyped(typed))).toBe(value)
})

test('no number is so long that it is rounded', () => {
  expect(Number.isSafeInteger(wholeNumber(digitsTyped('9'.repeat(40))))).toBe(true)
})
