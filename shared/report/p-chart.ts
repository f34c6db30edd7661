/** One group: `n` inspected, `d` nonconforming among them; whole numbers, 0 ≤ d ≤ n, n ≥ 1. */
export interface Counts {
  readonly n: number
  readonly d: number
}

/** All but n and d are fractions, 0 to 1. */
export interface ChartPoint extends Counts {
  readonly p: number
  readonly ucl: number
  readonly lcl: number
  /** Outside its own limits: worth asking why, in either direction. */
  readonly out: boolean
}

export interface PChart {
  readonly pBar: number
  readonly points: readonly ChartPoint[]
}

/**
 * p 控制图 (NIST/SEMATECH e-Handbook 6.3.3.2): the fraction nonconforming of each group against p̄ ± 3√(p̄(1−p̄)/nᵢ), limits cut to 0 and 1.
 * p̄ pools all groups, those outside included.
 */
export function pChart(groups: readonly Counts[]): PChart {
  const inspected = groups.reduce((sum, { n }) => sum + n, 0)
  const pBar = inspected === 0 ? 0 : groups.reduce((sum, { d }) => sum + d, 0) / inspected
  return { pBar, points: groups.map((group) => pointOf(group, pBar)) }
}

function pointOf({ n, d }: Counts, pBar: number): ChartPoint {
  const width = 3 * Math.sqrt((pBar * (1 - pBar)) / n)
  const [p, ucl, lcl] = [d / n, Math.min(1, pBar + width), Math.max(0, pBar - width)]
  return { n, d, p, ucl, lcl, out: p > ucl || p < lcl }
}
