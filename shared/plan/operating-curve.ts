import { bisect } from '../kernel/bisect.ts'

/** Draw `n` units, accept with at most `ac` nonconforming. */
interface Plan {
  readonly n: number
  readonly ac: number
}

/**
 * 抽检特性曲线 (OC): the probability, 0 to 1, that a plan accepts when the fraction `p` (0 to 1) of what is made is nonconforming.
 * Binomial, summed exactly in logarithms, so that no factor overflows; GB/T 2828.1-2012 charts A to R show the same.
 */
export function acceptanceProbability({ n, ac }: Plan, p: number): number {
  if (p <= 0 || ac >= n) return 1
  if (p >= 1) return 0
  const logOdds = Math.log(p) - Math.log1p(-p)
  let logTerm = n * Math.log1p(-p)
  let sum = Math.exp(logTerm)
  for (let found = 1; found <= ac; found += 1) {
    logTerm += Math.log((n - found + 1) / found) + logOdds
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}

/** The fraction nonconforming (0 to 1) that a plan still accepts with the given probability; 0.10 is the usual consumer's risk. */
export function limitingQuality(plan: Plan, probability = 0.1): number {
  return bisect((p) => acceptanceProbability(plan, p) > probability)
}
