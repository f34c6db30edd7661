import { betaQuantile } from './incomplete-beta.ts'

/** `passed` of `total`, whole numbers, 0 ≤ passed ≤ total, total ≥ 1. */
export interface Tally {
  readonly passed: number
  readonly total: number
}

/** Fractions, 0 to 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** 97.5 % quantile of the normal distribution, for 95 % two-sided. */
const Z = 1.959963984540054
const ALPHA = 0.05

/** Wilson's score interval, 95 %: for pictures and for the tag; Newcombe 1998, method 3. */
export function wilson({ passed, total }: Tally): Interval {
  const p = passed / total
  const share = (Z * Z) / total
  const centre = (p + share / 2) / (1 + share)
  const half = (Z * Math.sqrt((p * (1 - p)) / total + share / (4 * total))) / (1 + share)
  return { low: passed === 0 ? 0 : centre - half, high: passed === total ? 1 : centre + half }
}

/** Clopper and Pearson's exact interval, 95 %: never covers less than it says; Newcombe 1998, method 5. */
export function clopperPearson({ passed, total }: Tally): Interval {
  return { low: exactLow(passed, total), high: 1 - exactLow(total - passed, total) }
}

const exactLow = (passed: number, total: number): number => (passed === 0 ? 0 : betaQuantile(ALPHA / 2, passed, total - passed + 1))

/** 确认达标 confirmed, 样本不足以判断 inconclusive, 明显差距 gap. */
export type TargetTag = 'confirmed' | 'inconclusive' | 'gap'

/** Where Wilson's interval lies against a target (fraction): wholly at or above it, wholly below, or across. */
export function tagAgainst(target: number, { low, high }: Interval): TargetTag {
  if (low >= target) return 'confirmed'
  return high < target ? 'gap' : 'inconclusive'
}

/** Several groups as one: counts are added; the mean of rates would weigh a group of 7 like one of 40. */
export function pooled(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, { passed, total }) => ({ passed: sum.passed + passed, total: sum.total + total }), { passed: 0, total: 0 })
}
