import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readResult } from '#shared/reference/measured'
import { roundedText } from '#shared/reference/rounding'
import type { TestItem } from '#shared/reference/test-item'
import { convertUnit, normalizeUnit } from '#shared/reference/units'
import { explainItem, itemVerdict } from '#shared/reference/verdict'

type Facts = Partial<TestItem>

// GB/T 8170-2008, 3.2 and 3.3; negative places are tens and hundreds.
test.each([
  ['12.1498', 0, '12'],
  ['12.1498', 1, '12.1'],
  ['1268', -2, '1300'],
  ['1268.5', 0, '1268'],
  ['10.5002', 0, '11'],
  ['1.050', 1, '1.0'],
  ['0.35', 1, '0.4'],
  ['2500', -3, '2000'],
  ['3500', -3, '4000'],
  ['11.5', 0, '12'],
  ['12.5', 0, '12'],
  ['-355', -1, '-360'],
  ['-325', -1, '-320'],
  ['-0.0365', 3, '-0.036'],
  ['97.46', 0, '97'],
  ['15.4546', 0, '15'],
  ['-15.4546', 0, '-15'],
  ['16.5203', 0, '17'],
  ['-16.5203', 0, '-17'],
  ['17.5000', 0, '18'],
  ['12', 1, '12.0'],
])('四舍六入五成双: %s to %i places is %s', (text, places, rounded) => {
  expect(roundedText(text, places)).toBe(rounded)
})

test('what is no number is not rounded', () => {
  for (const text of ['', '约 3', '1e3', '1,200']) expect(roundedText(text, 1)).toBeNull()
})

const rounded = (requirement: 'atMost' | 'atLeast', limit: string, result: string): Facts => ({
  requirement,
  ...(requirement === 'atMost' ? { high: limit } : { low: limit }),
  result,
  comparison: 'rounded',
})

// GB/T 8170-2008, table 1 and 4.3: the same value judged both ways.
test.each([
  ['0.05', '0.054', 'pass', '0.05', 'fail'],
  ['0.05', '0.055', 'fail', '0.06', 'fail'],
  ['0.05', '0.06', 'fail', '0.06', 'fail'],
  ['0.05', '0.046', 'pass', '0.05', 'pass'],
  ['10.0', '10.05', 'pass', '10.0', 'fail'],
  ['10.0', '10.15', 'fail', '10.2', 'fail'],
  ['3.5', '3.5499', 'pass', '3.5', 'fail'],
])('at most %s, found %s: rounded %s (%s), in full %s', (...row) => {
  const [limit, result, byRounded, compared, byFull] = row
  const item = rounded('atMost', limit, result)
  expect(explainItem(item)).toMatchObject({ verdict: byRounded, value: result, compared, comparison: 'rounded' })
  expect(explainItem({ ...item, comparison: 'fullValue' })).toMatchObject({ verdict: byFull, compared: result, comparison: 'fullValue' })
})

test('a reported value with (+) or (-) remembers from where it was rounded: never in steps', () => {
  expect(itemVerdict(rounded('atMost', '15', '15.5(-)'))).toBe('pass')
  expect(itemVerdict(rounded('atMost', '16', '16.5(+)'))).toBe('fail')
  expect(itemVerdict(rounded('atMost', '16', '16.5'))).toBe('pass')
  expect(itemVerdict(rounded('atLeast', '-15', '-15.5(-)'))).toBe('pass')
  expect(itemVerdict(rounded('atLeast', '-16', '-16.5(+)'))).toBe('fail')
  expect(itemVerdict({ requirement: 'atMost', high: '10.0', result: '10.0(+)' })).toBe('fail')
  expect(itemVerdict({ requirement: 'atMost', high: '10.0', result: '10.0(-)' })).toBe('pass')
  expect(itemVerdict({ requirement: 'atMost', high: '15.54', result: '15.5(+)' })).toBe('undecided')
})

const decimal = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat({ max: 4 }))
  .map(([digits, places]) => new Big(digits).div(new Big(10).pow(places)).toFixed(places))

test('rounding moves a value by half a unit at most, is odd, and is done once', () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: -2, max: 4 }), (text, places) => {
      const once = new Big(roundedText(text, places) ?? 'x')
      expect(once.minus(text).abs().lte(new Big(10).pow(-places).div(2))).toBe(true)
      const negated = new Big(roundedText(text.startsWith('-') ? text.slice(1) : `-${text}`, places) ?? 'x')
      expect(negated.plus(once).eq(0)).toBe(true)
      expect(new Big(roundedText(once.toFixed(), places) ?? 'x').eq(once)).toBe(true)
    }),
  )
})

test('a value that meets a limit in full meets it rounded; what fails rounded fails in full', () => {
  fc.assert(
    fc.property(decimal, decimal, fc.constantFrom('atMost' as const, 'atLeast' as const), (limit, result, requirement) => {
      const item = rounded(requirement, limit, result)
      const [full, once] = [itemVerdict({ ...item, comparison: 'fullValue' }), itemVerdict(item)]
      expect([full, once]).not.toEqual(['pass', 'fail'])
    }),
  )
})

test.each([
  ['35', 'g/kg', '%', '3.5'],
  ['0.05', '%', 'mg/kg', '500'],
  ['500', 'μg/kg', 'mg/kg', '0.5'],
  ['500', 'ug/kg', 'mg/kg', '0.5'],
  ['3.2', 'g/100g', '%', '3.2'],
  ['250', 'μg/L', 'mg/L', '0.25'],
  ['42500', 'kPa', 'MPa', '42.5'],
  ['42.5', 'N/mm²', 'MPa', '42.5'],
  ['1.2', 'kN', 'N', '1200'],
  ['2.5', 'cm', 'mm', '25'],
  ['1.5', '米', 'mm', '1500'],
  ['0.5', 'kg', 'g', '500'],
  ['2', 'h', 'min', '120'],
  ['90', 's', 'min', '1.5'],
  ['300', 'K', '℃', '26.85'],
  ['20', '°C', '℃', '20'],
  ['7', '', 'mm', '7'],
  ['7', '级', '级', '7'],
])('%s %s are %s: %s', (value, from, to, converted) => {
  expect(convertUnit(new Big(value), from, to)?.toFixed()).toBe(converted)
})

test('what measures something else is not converted, and the item says so', () => {
  for (const [from, to] of [
    ['mg/L', 'mg/kg'],
    ['mm', 'g'],
    ['min', '℃'],
    ['级', 'mm'],
  ] as const)
    expect(convertUnit(new Big(1), from, to)).toBeNull()
  const item: Facts = { name: '铅', requirement: 'atMost', high: '0.5', unit: 'mg/kg', result: '0.1', resultUnit: 'mg/L' }
  expect(explainItem(item)).toMatchObject({ verdict: 'undecided', value: '0.1', sentence: { zh: expect.stringContaining('不能换算') } })
})

test('there and back in another unit is the same value', () => {
  const pairs = [
    ['mg/kg', '%'],
    ['MPa', 'kPa'],
    ['mm', 'm'],
    ['h', 's'],
    ['kN', 'N'],
  ] as const
  fc.assert(
    fc.property(decimal, fc.constantFrom(...pairs), (value, [from, to]) => {
      const there = convertUnit(new Big(value), from, to)
      expect(there === null ? null : convertUnit(there, to, from)?.round(12).eq(value)).toBe(true)
    }),
  )
})

test('one spelling of a unit', () => {
  expect(['µg/kg', ' ug/kg', 'mg／kg', '％', 'MPA'].map(normalizeUnit)).toEqual(['μg/kg', 'μg/kg', 'mg/kg', '%', 'MPA'])
})

test('a result is read as the interval it stands for', () => {
  const of = (result: string, lod?: string) => {
    const reading = readResult({ result, ...(lod === undefined ? {} : { lod }) })
    if (reading.kind === 'open') return reading.why
    const { low, lowOpen, high, highOpen } = reading.measured
    return `${lowOpen ? '(' : '['}${low?.toFixed() ?? ''},${high?.toFixed() ?? ''}${highOpen ? ')' : ']'}`
  }
  expect(['3', '<0.01', '≤0.01', '＞5', '>=5', '3.5(+)', '-3.5(+)', '未检出(<0.02)', 'ND（0.02）'].map((text) => of(text))).toEqual([
    '[3,3]',
    '[,0.01)',
    '[,0.01]',
    '(5,]',
    '[5,]',
    '(3.5,3.55]',
    '[-3.55,-3.5)',
    '[,0.02)',
    '[,0.02)',
  ])
  expect(['未检出', '<LOD', 'N.D.', 'nd'].map((text) => of(text, '0.01'))).toEqual(['[,0.01)', '[,0.01)', '[,0.01)', '[,0.01)'])
  expect(['未检出', '', '合格', '1,200'].map((text) => of(text))).toEqual(['noDetectionLimit', 'empty', 'noNumber', 'noNumber'])
})
