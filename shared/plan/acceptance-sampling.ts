import { plainNumber } from '../kernel/plain-number.ts'
import { ok, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import { codeLetter, LEVELS, type Level, readLevel } from './code-letters.ts'
import { AQLS, normalPlan, readAql, type SinglePlan, TIGHTENED_AQLS, tightenedPlan } from './single-sampling.ts'

export type SamplingProblem =
  | Problem<'plan.lotInvalid', { readonly have: string }>
  | Problem<'plan.levelUnknown', { readonly have: string; readonly known: string }>
  | Problem<'plan.aqlUnknown', { readonly have: string; readonly known: string; readonly tightened: boolean }>

/** What is asked for, as typed: lot in units, inspection level, AQL. */
export interface SamplingOrder {
  readonly lot: string
  readonly level: string
  readonly aql: string
  readonly tightened: boolean
}

export interface SamplingPlan {
  /** 样本量字码 of lot and level (table 1). */
  readonly letter: string
  /** The letter of the row used, after the arrows; `n` is that row's. */
  readonly planLetter: string
  readonly n: number
  readonly ac: number
  readonly re: number
  /** n is not below the lot: every unit is inspected, judged by the same ac and re. */
  readonly inspectAll: boolean
}

/**
 * Single sampling by attributes after GB/T 2828.1-2012 (ISO 2859-1:1999), normal or tightened. A lot has 2 units or more.
 * For a continuing series of lots, that is for coaching a factory: a spot check draws what its 实施细则 says, and a
 * declared level is judged after GB/T 2828.4 (`declared-quality.ts`).
 */
export function decideSampling(order: SamplingOrder): Result<SamplingPlan, SamplingProblem> {
  const lot = readLot(order.lot)
  if (lot === null) return refuse(problem('plan.lotInvalid', '/lot', { have: order.lot }))
  const level = readLevel(order.level)
  if (level === null) return refuse(problem('plan.levelUnknown', '/level', { have: order.level, known: LEVELS.join(', ') }))
  const { tightened } = order
  const aqls = tightened ? TIGHTENED_AQLS : AQLS
  const aql = readAql(order.aql, aqls)
  if (aql === null) return refuse(problem('plan.aqlUnknown', '/aql', { have: order.aql, known: aqls.join(', '), tightened }))
  return ok(planFor(lot, level, tightened ? (letter) => tightenedPlan(letter, aql) : (letter) => normalPlan(letter, aql)))
}

function planFor(lot: number, level: Level, planOf: (letter: string) => SinglePlan): SamplingPlan {
  const letter = codeLetter(lot, level)
  const { letter: planLetter, n, ac } = planOf(letter)
  return { letter, planLetter, n, ac, re: ac + 1, inspectAll: n >= lot }
}

/** Whole units, 2 and up, where table 1 begins; null for all else. */
function readLot(typed: string): number | null {
  const lot = plainNumber(typed)
  return Number.isSafeInteger(lot) && lot >= 2 ? lot : null
}
