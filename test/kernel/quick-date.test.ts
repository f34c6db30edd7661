import { expect, test } from 'vitest'
import { parseQuickDate } from '../../renderer/kernel/quick-date'

const today = new Date(2026, 10, 22)

test.each([
  ['0412', '2026-04-12'],
  ['１１０３', '2026-11-03'],
  ['250301', '2025-03-01'],
  ['20240229', '2024-02-29'],
  ['2026-4-2', '2026-04-02'],
  ['2026/04/02', '2026-04-02'],
  ['4.12', '2026-04-12'],
  ['26.4.12', '2026-04-12'],
  ['2026年4月2日', '2026-04-02'],
  ['4月2日', '2026-04-02'],
  [' 2026-11-22 ', '2026-11-22'],
  ['+30', '2026-12-22'],
  ['＋7', '2026-11-29'],
  ['+0', '2026-11-22'],
])('%s means %s', (typed, day) => {
  expect(parseQuickDate(typed, today)).toBe(day)
})

test.each(['', '4', '041', '1332', '0230', '20230229', '2026-13-01', 'abcd', '04-1x', '04122026', '+', '+1000', '-7'])(
  '%s is no day and stays as typed',
  (typed) => {
    expect(parseQuickDate(typed, today)).toBeNull()
  },
)
