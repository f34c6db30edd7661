import { plainNumber } from '../kernel/plain-number.ts'
import { ok, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import { clopperPearson, type Interval, type Tally, type TargetTag, tagAgainst, wilson } from './intervals.ts'

export type PassRateProblem =
  | Problem<'report.totalInvalid', { readonly have: string; readonly maximum: number }>
  | Problem<'report.passedInvalid', { readonly have: string; readonly total: number }>
  | Problem<'report.targetInvalid', { readonly have: string }>

/** Numbers as typed; `target` in per cent when it is above 1 or ends in %, as a fraction otherwise. */
export interface PassRateOrder {
  readonly passed: string
  readonly total: string
  readonly target?: string | undefined
}

/** Fractions, 0 to 1, in full precision; the notice rounds them half up to 1 or 2 decimals of a per cent. */
export interface PassRate {
  readonly rate: number
  readonly wilson: Interval
  readonly clopperPearson: Interval
  /** With a target: the target as a fraction, whether the rate itself reaches it (达标), and what the sample proves. */
  readonly target?: number
  readonly met?: boolean
  readonly tag?: TargetTag
}

/** The limits are right to 1e-12 up to ten million and to 1e-10 here; above, logarithms of factorials lose too many digits. */
const MOST = 1_000_000_000

/**
 * 批次合格率 with 95 % intervals and, given a target, what may be said against it. Count only batches with a final
 * conclusion (a retest replaces the first result); 未抽到, 拒检 and 终止 are shown beside it, never counted.
 */
export function decidePassRate(order: PassRateOrder): Result<PassRate, PassRateProblem> {
  const total = plainNumber(order.total)
  if (!isCount(total) || total === 0) return refuse(problem('report.totalInvalid', '/total', { have: order.total, maximum: MOST }))
  const passed = plainNumber(order.passed)
  if (!isCount(passed) || passed > total) return refuse(problem('report.passedInvalid', '/passed', { have: order.passed, total }))
  const rates = ratesOf({ passed, total })
  if (order.target === undefined) return ok(rates)
  const target = readTarget(order.target)
  if (target === null) return refuse(problem('report.targetInvalid', '/target', { have: order.target }))
  return ok({ ...rates, target, met: rates.rate >= target, tag: tagAgainst(target, rates.wilson) })
}

/** A whole number of things, 0 to MOST. */
export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MOST

const ratesOf = (tally: Tally): PassRate => ({
  rate: tally.passed / tally.total,
  wilson: wilson(tally),
  clopperPearson: clopperPearson(tally),
})

/** `95`, `95%` and `0.95` are one target, `1` is all and `1%` one in a hundred; null when not above 0 and at most all. */
function readTarget(typed: string): number | null {
  const [, digits = '', sign = ''] = /^(.*?)\s*(%?)$/.exec(typed.normalize('NFKC').trim()) ?? []
  const value = plainNumber(digits)
  // Shifted in decimal text, not divided: 96.01 / 100 may miss the double that 9601 / 10000 gives.
  const target = sign === '%' || value > 1 ? Number(`${String(value)}e-2`) : value
  return target > 0 && target <= 1 ? target : null
}
