import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCounts } from '#shared/report/counts-csv'
import { pChart } from '#shared/report/p-chart'

/** NIST/SEMATECH e-Handbook 6.3.3.2: wafers, 50 chips each. */
const WAFERS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
/** Districts of 巴中: batches, of them failing. */
const DISTRICTS = [
  [127, 10],
  [85, 9],
  [18, 2],
  [132, 15],
  [99, 13],
  [94, 9],
] as const

const outside = (points: readonly { readonly out: boolean }[]): number[] => points.flatMap(({ out }, index) => (out ? [index + 1] : []))

test('V31: thirty wafers, two of them out of control', () => {
  const { pBar, points } = pChart(WAFERS.map((d) => ({ n: 50, d })))
  expect(pBar).toBeCloseTo(0.231333, 6)
  expect(new Set(points.map(({ ucl, lcl }) => `${lcl.toFixed(6)} ${ucl.toFixed(6)}`))).toEqual(new Set(['0.052428 0.410239']))
  expect(outside(points)).toEqual([15, 23])
})

test('V32: six districts, each with the limits of its own size, none out', () => {
  const { pBar, points } = pChart(DISTRICTS.map(([n, d]) => ({ n, d })))
  expect(pBar).toBeCloseTo(0.104505, 6)
  expect(points.map(({ ucl }) => ucl.toFixed(4))).toEqual(['0.1859', '0.2040', '0.3208', '0.1844', '0.1967', '0.1992'])
  expect(points.map(({ lcl }) => lcl.toFixed(4))).toEqual(['0.0231', '0.0050', '0.0000', '0.0246', '0.0123', '0.0098'])
  expect(outside(points)).toEqual([])
})

test('limits stay in 0 to 1 around p̄, and a point is out exactly when it lies beyond them', () => {
  const aGroup = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.record({ n: fc.constant(n), d: fc.integer({ min: 0, max: n }) }))
  fc.assert(
    fc.property(fc.array(aGroup, { minLength: 1, maxLength: 30 }), (groups) => {
      const { pBar, points } = pChart(groups)
      expect(points.map(({ n, d }) => ({ n, d }))).toEqual(groups)
      for (const { p, ucl, lcl, out } of points) {
        expect(0 <= lcl && lcl <= pBar && pBar <= ucl && ucl <= 1).toBe(true)
        expect(out).toBe(p > ucl || p < lcl)
      }
    }),
  )
})

test.each([
  ['nothing fails', 0],
  ['everything fails', 40],
])('when %s, no point is out', (_name, d) => {
  expect(
    pChart([
      { n: 40, d },
      { n: 40, d },
    ]).points.map(({ out }) => out),
  ).toEqual([false, false])
})

describe('the file', () => {
  const two = [
    { n: 127, d: 10 },
    { n: 85, d: 9 },
  ]
  test.each([
    ['plain', 'n,d\n127,10\n85,9\n'],
    ['as Excel saves it: byte order mark and CRLF', '\uFEFFn,d\r\n127,10\r\n85,9\r\n'],
    ['with spaces, capitals, quotes and blank lines', ' N , D \n\n"127", 10\n\n85,9\n\n'],
    ['in full-width characters', 'ｎ，ｄ\n１２７，１０\n８５，９'],
  ])('%s', (_name, text) => {
    expect(parseCounts(text)).toEqual({ ok: true, value: two })
  })

  test('rows that cannot be are named by their line, all at once', () => {
    const text = 'n,d\n127,10\n10,11\n\n0,0\n5\nfive,1\n8,1,2\n5,-1\n1e3,1\n'
    const refused = parseCounts(text)
    expect(refused.ok || refused.problems.map(({ code, facts }) => [code, 'row' in facts ? facts.row : 0])).toEqual(
      [3, 5, 6, 7, 8, 9, 10].map((row) => ['report.rowInvalid', row]),
    )
  })

  test('a file that is no such file at all names a hundred rows and stops', () => {
    const refused = parseCounts(`n,d\n${'x\n'.repeat(200_000)}`)
    expect(refused.ok || refused.problems.length).toBe(100)
  })

  test.each([
    ['nothing', '', 'report.headerMissing'],
    ['no header', '127,10\n', 'report.headerMissing'],
    ['the columns the other way round', 'd,n\n10,127\n', 'report.headerMissing'],
    ['a header alone', 'n,d\n', 'report.rowsMissing'],
  ])('%s is refused', (_name, text, code) => {
    expect(parseCounts(text)).toMatchObject({ ok: false, problems: [{ code }] })
  })
})
