import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TestItem } from '#shared/reference/test-item'
import { itemVerdict, sheetVerdict } from '#shared/reference/verdict'

type Facts = Partial<TestItem>
const atMost = (high: string, result: string): Facts => ({ requirement: 'atMost', high, result })
const atLeast = (low: string, result: string): Facts => ({ requirement: 'atLeast', low, result })
const between = (low: string, high: string, result: string): Facts => ({ requirement: 'between', low, high, result })

describe('one item', () => {
  test.each([
    ['at its upper limit', atMost('3.5', '3.5'), 'pass'],
    ['a hair above it: compared in full, never rounded', atMost('3.5', '3.51'), 'fail'],
    ['0.1 + 0.2 is 0.3, as on paper', atMost('0.3', '0.30'), 'pass'],
    ['a number written with trailing zeros', atMost('20', '20.000'), 'pass'],
    ['at its lower limit', atLeast('45', '45'), 'pass'],
    ['below its lower limit', atLeast('45', '44.9'), 'fail'],
    ['inside its range', between('4.0', '7.5', '7.5'), 'pass'],
    ['outside its range', between('4.0', '7.5', '3.99'), 'fail'],
    ['a negative limit', atMost('-30', '-31'), 'pass'],
    ['equal', { requirement: 'equals', high: '5', result: '5.0' }, 'pass'],
    ['not equal', { requirement: 'equals', high: '5', result: '6' }, 'fail'],
    ['as expected in words', { requirement: 'qualitative', expected: '合格', result: ' 合格 ' }, 'pass'],
    ['not as expected in words', { requirement: 'qualitative', expected: '合格', result: '不合格' }, 'fail'],
    ['not detected, against an upper limit', atMost('20', '未检出'), 'pass'],
    ['below detection, against an upper limit', atMost('20', '<5'), 'pass'],
    ['below detection in full-width', atMost('20', '＜5'), 'pass'],
    ['ND, against an upper limit', atMost('20', 'nd'), 'pass'],
    ['not detected, against a lower limit: decides nothing', atLeast('1', '未检出'), 'undecided'],
    ['not tested yet', atMost('20', ''), 'undecided'],
    ['a result that is no number', atMost('20', '约 3'), 'undecided'],
    ['a limit is missing', { requirement: 'between', low: '1', result: '2' }, 'undecided'],
    ['what is expected is missing', { requirement: 'qualitative', result: '合格' }, 'undecided'],
    ['nothing is known', {}, 'undecided'],
  ] as const)('%s', (_name, item, verdict) => {
    expect(itemVerdict(item)).toBe(verdict)
  })

  test('an upper limit fails exactly what a lower limit just above it passes', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat({ max: 999 }))
      .map(([whole, part]) => `${String(whole)}.${String(part).padStart(3, '0')}`)
    fc.assert(
      fc.property(decimal, decimal, (limit, result) => {
        const [most, least] = [itemVerdict(atMost(limit, result)), itemVerdict(atLeast(limit, result))]
        expect([most, least]).toContain('pass')
        expect(most === 'pass' && least === 'pass').toBe(Number(limit) === Number(result))
      }),
    )
  })
})

describe('the whole sheet', () => {
  const passed = { ...atMost('1', '1'), weight: 'B' } as const
  const failed = { ...atMost('1', '2'), weight: 'B' } as const
  const failedA = { ...atMost('1', '2'), weight: 'A' } as const
  const open = { ...atMost('1', ''), weight: 'A' } as const
  test.each([
    ['all passed: no nonconformity found', [passed, passed], 'noNonconformityFound'],
    ['one failed', [passed, failed], 'nonconforming'],
    ['an A item failed', [failed, failedA], 'seriouslyNonconforming'],
    ['one is still open', [passed, open], 'undecided'],
    ['one failed while another is open: it is failed already', [open, failed], 'nonconforming'],
    ['no items', [], 'undecided'],
  ] as const)('%s', (_name, items, verdict) => {
    expect(sheetVerdict(items)).toBe(verdict)
  })
})
