import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DECLARED_QUALITY } from '#shared/plan/declared-quality'
import { acceptanceProbability, limitingQuality } from '#shared/plan/operating-curve'

describe('the probability of acceptance', () => {
  test('V15: n=52, Ac 3, at 1 to 12 %', () => {
    const curve = Array.from({ length: 12 }, (_, index) => acceptanceProbability({ n: 52, ac: 3 }, (index + 1) / 100))
    const expected = [0.998, 0.98, 0.93, 0.846, 0.738, 0.62, 0.502, 0.394, 0.3, 0.223, 0.162, 0.115]
    expect(curve.map((p) => Number(p.toFixed(3)))).toEqual(expected)
  })

  test('V16: n=80, Ac 5, at 1, 2.5, 5 and 10 %', () => {
    const curve = [0.01, 0.025, 0.05, 0.1].map((p) => acceptanceProbability({ n: 80, ac: 5 }, p))
    expect(curve.map((p) => Number(p.toFixed(4)))).toEqual([0.9998, 0.9848, 0.7892, 0.1769])
  })

  test('ends at certainty: nothing wrong is always accepted, everything wrong never', () => {
    expect([0, 1].map((p) => acceptanceProbability({ n: 2000, ac: 21 }, p))).toEqual([1, 0])
    expect(acceptanceProbability({ n: 2, ac: 30 }, 1)).toBe(1)
  })

  test('never rises as quality falls, and rises with Ac', () => {
    const aPlan = fc.record({ n: fc.integer({ min: 1, max: 2000 }), ac: fc.integer({ min: 0, max: 44 }) })
    const aFraction = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(aPlan, aFraction, aFraction, (plan, p, q) => {
        const [better, worse] = [Math.min(p, q), Math.max(p, q)]
        const accepted = acceptanceProbability(plan, better)
        expect(acceptanceProbability(plan, worse)).toBeLessThanOrEqual(accepted + 1e-12)
        expect(acceptanceProbability({ ...plan, ac: plan.ac + 1 }, better)).toBeGreaterThanOrEqual(accepted - 1e-12)
        expect(accepted).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('declared quality levels (GB/T 2828.4), for reference', () => {
  const PREFERRED = [1, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000]
  const plans = DECLARED_QUALITY.levels.flatMap(({ sizes, limit, lqr, level }) =>
    Object.entries(sizes).map(([dql, n]) => ({ level, lqr, n, ac: limit, dql: Number(dql) / 100 })),
  )
  const riskOf = (n: number, ac: number, dql: number) => 1 - acceptanceProbability({ n, ac }, dql)

  test('V33: level II, DQL 1.0 %: n=80, L=2, contradicted wrongly in 4.7 of 100, LQR about 6.5', () => {
    const plan = plans.find(({ level, dql }) => level === 'II' && dql === 0.01)
    expect(plan).toMatchObject({ n: 80, ac: 2 })
    expect(riskOf(80, 2, 0.01)).toBeCloseTo(0.047, 3)
    expect(limitingQuality({ n: 80, ac: 2 }) / 0.01).toBeCloseTo(6.5, 1)
  })

  test('each size is the largest preferred one that contradicts a true declaration in at most 5 of 100', () => {
    const largest = plans.map(({ ac, dql }) => PREFERRED.findLast((n) => riskOf(n, ac, dql) <= 0.05))
    expect(plans.map(({ n }) => n)).toEqual(largest)
  })

  test('the LQR told for a level is that of its plans up to DQL 1 %, within a tenth', () => {
    const ratios = plans
      .filter(({ level, dql }) => level !== '0' && dql <= 0.01)
      .map(({ n, ac, dql, lqr }) => limitingQuality({ n, ac }) / dql / lqr)
    expect(Math.min(...ratios)).toBeGreaterThan(0.9)
    expect(Math.max(...ratios)).toBeLessThan(1.1)
  })
})
