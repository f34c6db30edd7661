import { bisect } from '../kernel/bisect.ts'
import { acceptanceProbability, limitingQuality } from './operating-curve.ts'

/** A plan that is looked at, with the AQL it belongs to as a number. */
export interface LookedAt {
  readonly n: number
  readonly ac: number
  readonly aql: number
}

/** A point of the curve: quality in per cent (or nonconformities per 100 units), accepted as a probability 0 to 1. */
export interface OcPoint {
  readonly quality: number
  readonly accepted: number
}

export interface OcPicture {
  /** AQL above 10: nonconformities are counted, several may sit on one unit (Poisson); otherwise units (binomial). */
  readonly perHundred: boolean
  readonly points: readonly OcPoint[]
  /** A lot exactly at the AQL, and how often it is rejected all the same. */
  readonly atAql: OcPoint
  readonly producersRisk: number
  /** The quality that is accepted in 10 of 100 cases. */
  readonly atConsumersRisk: OcPoint
  /** Rounded qualities for a table, with what comes out. */
  readonly rows: readonly OcPoint[]
}

const CONSUMERS_RISK = 0.1
const STEPS = 80

/** The probability that a plan accepts when nonconformities come at `mean` on the whole sample: Poisson, GB/T 2828.1-2012 charts for AQL above 10. */
function poissonAcceptance(ac: number, mean: number): number {
  if (mean <= 0) return 1
  let logTerm = -mean
  let sum = Math.exp(logTerm)
  for (let found = 1; found <= ac; found += 1) {
    logTerm += Math.log(mean / found)
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}

/** Above any mean that is accepted in 1 of 1000 cases. */
const largestMean = (ac: number): number => ac + 10 * Math.sqrt(ac + 1) + 10

/** The quality, as the picture counts it, that is accepted with a probability. */
function qualityAt({ n, ac }: LookedAt, perHundred: boolean, probability: number): number {
  if (!perHundred) return 100 * limitingQuality({ n, ac }, probability)
  const most = largestMean(ac)
  return (100 * most * bisect((x) => poissonAcceptance(ac, x * most) > probability)) / n
}

/** A round step (1, 2 or 5 times a power of ten) that cuts a stretch into about ten. */
function roundStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length / 10))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => length / step <= 12) ?? 10 * power
}

/** 抽检特性曲线 as a picture needs it: the curve, both risks, and a table of the same for whoever does not see it. */
export function ocPicture(plan: LookedAt): OcPicture {
  const { n, ac, aql } = plan
  const perHundred = aql > 10
  const acceptedAt = (quality: number): number =>
    perHundred ? poissonAcceptance(ac, (n * quality) / 100) : acceptanceProbability({ n, ac }, Math.min(1, quality / 100))
  const at = (quality: number): OcPoint => ({ quality, accepted: acceptedAt(quality) })
  const end = Math.max(qualityAt(plan, perHundred, 0.005), 1.2 * aql)
  const last = perHundred ? end : Math.min(100, end)
  const step = roundStep(last)
  const atAql = at(aql)
  return {
    perHundred,
    points: Array.from({ length: STEPS + 1 }, (_, index) => at((last * index) / STEPS)),
    atAql,
    producersRisk: 1 - atAql.accepted,
    atConsumersRisk: { quality: qualityAt(plan, perHundred, CONSUMERS_RISK), accepted: CONSUMERS_RISK },
    rows: Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => at(Number((step * index).toPrecision(6)))),
  }
}
