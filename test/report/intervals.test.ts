import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incompleteBeta } from '#shared/report/incomplete-beta'
import { clopperPearson, pooled, type Tally, wilson } from '#shared/report/intervals'
import { decidePassRate } from '#shared/report/pass-rate'

const tally = (passed: number, total: number): Tally => ({ passed, total })
const ask = (passed: number | string, total: number | string, target?: string) =>
  decidePassRate({ passed: String(passed), total: String(total), target })

function rateOf(passed: number, total: number, target?: string) {
  const answer = ask(passed, total, target)
  if (!answer.ok) throw new Error(answer.problems[0].code)
  return answer.value
}

/** Six decimals, as the sources print them. */
const printed = ({ low, high }: { readonly low: number; readonly high: number }) => [low.toFixed(6), high.toFixed(6)]

describe('both intervals, as published', () => {
  test.each([
    ['V17 (Newcombe 1998)', tally(81, 263), ['0.255289', '0.366210'], ['0.252737', '0.367622']],
    ['V18 (Newcombe 1998)', tally(15, 148), ['0.062386', '0.160487'], ['0.057844', '0.161650']],
    ['V19 (Newcombe 1998): none', tally(0, 20), ['0.000000', '0.161125'], ['0.000000', '0.168433']],
    ['V20 (Newcombe 1998): one', tally(1, 29), ['0.006113', '0.171755'], ['0.000873', '0.177644']],
    ['V21 机械产品', tally(27, 29), ['0.780354', '0.980879'], ['0.772338', '0.991536']],
  ])('%s: %o', (_name, { passed, total }, byWilson, exact) => {
    const rates = rateOf(passed, total)
    expect([printed(rates.wilson), printed(rates.clopperPearson)]).toEqual([byWilson, exact])
  })

  test.each([
    ['V21 机械产品', 27, 29, '93.1'],
    ['V22 菜刀', 37, 40, '92.5'],
    ['V23 汽车内饰件', 25, 26, '96.2'],
    ['V24 危化品包装', 23, 24, '95.8'],
  ])('%s: %i of %i is %s per cent', (_name, passed, total, percent) => {
    expect((rateOf(passed, total).rate * 100).toFixed(1)).toBe(percent)
  })

  test.each([
    ['V22 菜刀', 37, 40, ['0.801358', '0.974164']],
    ['V23 汽车内饰件', 25, 26, ['0.811072', '0.993178']],
    ['V24 危化品包装', 23, 24, ['0.797582', '0.992607']],
    ['V29 the nation in 2023', 28_265 - 3476, 28_265, ['0.873141', '0.880799']],
  ])('%s: Wilson of %i of %i', (_name, passed, total, byWilson) => {
    expect(printed(rateOf(passed, total).wilson)).toEqual(byWilson)
  })

  test('V29: 3476 of 28265 failing is 12.3 %', () => {
    expect(((1 - rateOf(28_265 - 3476, 28_265).rate) * 100).toFixed(1)).toBe('12.3')
  })

  test('V30: ten of ten proves 72 %, exactly 69 %, and reaches up to all', () => {
    const rates = rateOf(10, 10)
    expect([printed(rates.wilson), printed(rates.clopperPearson)]).toEqual([
      ['0.722467', '1.000000'],
      ['0.691503', '1.000000'],
    ])
    expect(rates).toMatchObject({ rate: 1, wilson: { high: 1 }, clopperPearson: { high: 1 } })
  })
})

test('V25: rates are pooled by counts; the mean of the five rates is another number', () => {
  const groups = [tally(27, 29), tally(37, 40), tally(25, 26), tally(23, 24), tally(6, 7)]
  const together = pooled(groups)
  expect(together).toEqual({ passed: 118, total: 126 })
  expect((rateOf(together.passed, together.total).rate * 100).toFixed(2)).toBe('93.65')
  const mean = groups.reduce((sum, { passed, total }) => sum + passed / total, 0) / groups.length
  expect((mean * 100).toFixed(2)).toBe('92.66')
})

describe('against a target', () => {
  test.each<[string, Parameters<typeof rateOf>, string[], object]>([
    ['V26 食品相关', [265, 276, '90'], ['0.930055', '0.977602'], { percent: '96.01', met: true, tag: 'confirmed' }],
    ['V27 家用纸 2024', [91, 100, '95'], ['0.837738', '0.951927'], { percent: '91.00', met: false, tag: 'inconclusive' }],
    ['V28 巴中', [497, 555, '95'], ['0.867268', '0.918285'], { percent: '89.55', met: false, tag: 'gap' }],
  ])('%s: %j', (_name, order, byWilson, judged) => {
    const { rate, wilson: score, met, tag } = rateOf(...order)
    expect(printed(score)).toEqual(byWilson)
    expect({ percent: (rate * 100).toFixed(2), met, tag }).toEqual(judged)
  })

  test('95, 95%, 95.0, full-width ９５％ and 0.95 are one target; 1 is all, 1% one in a hundred', () => {
    for (const target of ['95', '95%', '95.0', '９５％', '0.95', '.95', ' 95 % ']) expect(rateOf(91, 100, target).target).toBe(0.95)
    expect(rateOf(91, 100, '1').target).toBe(1)
    expect(rateOf(91, 100, '1%').target).toBe(0.01)
  })

  test('a rate that is the target to the last digit reaches it', () => {
    const aShare = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(aShare, (passed) => {
        expect(rateOf(passed, 10_000, `${String(passed / 100)}%`).met).toBe(true)
      }),
    )
  })

  test('without a target nothing is said about one', () => {
    expect(Object.keys(rateOf(91, 100))).toEqual(['rate', 'wilson', 'clopperPearson'])
  })
})

describe('whatever the counts', () => {
  const aTally = fc
    .oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 1_000_000 }))
    .chain((total) => fc.record({ total: fc.constant(total), passed: fc.integer({ min: 0, max: total }) }))

  test.each([
    ['Wilson', wilson],
    ['Clopper–Pearson', clopperPearson],
  ])('%s holds the rate, stays in 0 to 1, and rises with what passed', (_name, interval) => {
    fc.assert(
      fc.property(aTally, ({ passed, total }) => {
        const { low, high } = interval({ passed, total })
        expect(0 <= low && low <= passed / total && passed / total <= high && high <= 1).toBe(true)
        const more = interval({ passed: Math.min(total, passed + 1), total })
        expect(more.low >= low && more.high >= high).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('the exact interval mirrors: what passed and what failed tell the same', () => {
    fc.assert(
      fc.property(aTally, ({ passed, total }) => {
        expect(clopperPearson({ passed: total - passed, total }).high).toBeCloseTo(1 - clopperPearson({ passed, total }).low, 12)
      }),
    )
  })

  test('the exact limits leave 2.5 % of the binomial outside, summed term by term', () => {
    const atLeast = (x: number, n: number, p: number): number => {
      let [term, below] = [(1 - p) ** n, 0]
      for (let k = 0; k < x; k += 1) {
        below += term
        term *= ((n - k) / (k + 1)) * (p / (1 - p))
      }
      return 1 - below
    }
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (total, seed) => {
        const passed = 1 + (seed % (total - 1))
        const { low, high } = clopperPearson({ passed, total })
        expect(atLeast(passed, total, low)).toBeCloseTo(0.025, 10)
        expect(atLeast(passed + 1, total, high)).toBeCloseTo(0.975, 10)
      }),
    )
  })
})

describe('the numbers beneath', () => {
  test('the incomplete beta function at known places', () => {
    expect(incompleteBeta(0.5, 7, 7)).toBeCloseTo(0.5, 13)
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 13)
    expect(incompleteBeta(0.9, 20, 1)).toBeCloseTo(0.9 ** 20, 13)
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1])
  })

  test('a thousand million batches are answered as well', () => {
    const { rate, clopperPearson: exact, wilson: score } = rateOf(900_000_000, 1_000_000_000)
    expect(rate).toBe(0.9)
    expect(exact.low).toBeCloseTo(score.low, 8)
    expect(exact.high).toBeCloseTo(score.high, 8)
  })
})

test.each<[string, Parameters<typeof ask>, string]>([
  ['no batches at all', ['0', '0'], 'report.totalInvalid'],
  ['a total in words', ['1', 'ten'], 'report.totalInvalid'],
  ['more than there can be', ['1', '1000000001'], 'report.totalInvalid'],
  ['more passed than there are', ['11', '10'], 'report.passedInvalid'],
  ['half a batch', ['1.5', '10'], 'report.passedInvalid'],
  ['fewer than none', ['-1', '10'], 'report.passedInvalid'],
  ['a target above all', ['9', '10', '101'], 'report.targetInvalid'],
  ['a target of nothing', ['9', '10', '0'], 'report.targetInvalid'],
  ['a target in words', ['9', '10', 'high'], 'report.targetInvalid'],
  ['an empty target', ['9', '10', ''], 'report.targetInvalid'],
])('%s is refused', (_name, order, code) => {
  expect(ask(...order)).toMatchObject({ ok: false, problems: [{ code }] })
})
