import { bisect } from '../kernel/bisect.ts'

/** ln Γ(x) for x > 0: Stirling's series from 15 upward, where its next term is below 1e-13; smaller x are lifted there. */
function logGamma(x: number): number {
  let [lifted, shift] = [x, 0]
  for (; lifted < 15; lifted += 1) shift += Math.log(lifted)
  const square = lifted * lifted
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / lifted
  return (lifted - 0.5) * Math.log(lifted) - lifted + 0.5 * Math.log(2 * Math.PI) + series - shift
}

const TINY = 1e-300
const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value)

/** The continued fraction of DLMF 8.17.22 by Lentz's method; it needs about √max(a, b) steps. */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1, change = 0; Math.abs(change - 1) > 1e-15; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    change = 1
    for (const step of [even, odd]) {
      d = 1 / awayFromZero(1 + step * d)
      c = awayFromZero(1 + step / c)
      change *= c * d
    }
    value *= change
  }
  return value
}

/** The regularised incomplete beta function I_x(a, b), 0 to 1, for a, b > 0 (DLMF 8.17). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)
  return (Math.exp(front) * fraction(x, a, b)) / a
}

/** The x at which I_x(a, b) reaches a probability: the quantile of the beta distribution. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return bisect((x) => incompleteBeta(x, a, b) < probability)
}
