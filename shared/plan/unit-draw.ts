import { type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import { type Draw, type DrawProblem, drawFrom, type Sha256Of } from './draw.ts'

/** So many boxes, coils or bottles may stand before a sampler. */
export const MAX_FRAME = 100_000

export type UnitDrawProblem = DrawProblem | Problem<'draw.badFrame', { readonly maximum: number }>

export interface UnitOrder {
  /** The units are numbered 1 to `frame`. */
  readonly frame: number
  readonly take: number
  readonly seed: string
}

/** Evidence of how the units of a sample were drawn: with it anybody draws the same again (docs/draw.md). */
export interface UnitDraw extends UnitOrder {
  /** Numbers from 1, in the order drawn. */
  readonly picks: readonly number[]
  readonly algorithm: Draw['algorithm']
  readonly poolHash: string
}

/**
 * Which of the units 1 to N are taken for the sample: `sha256-rank/1` over the numbers as texts, without replacement. Order 18
 * art. 17: samples are drawn at random from the products for sale, and the enterprise may not choose them.
 */
export function drawUnits({ frame, take, seed }: UnitOrder, sha256: Sha256Of): Result<UnitDraw, UnitDrawProblem> {
  if (!Number.isSafeInteger(frame) || frame < 1 || frame > MAX_FRAME)
    return refuse(problem('draw.badFrame', '/frame', { maximum: MAX_FRAME }))
  const ids = Array.from({ length: frame }, (_, index) => String(index + 1))
  const drawn = drawFrom({ ids, take, seed }, sha256)
  if (!drawn.ok) return drawn
  const { picks, ...evidence } = drawn.value
  return { ok: true, value: { frame, take, seed, picks: picks.map((pick) => pick + 1), ...evidence } }
}
