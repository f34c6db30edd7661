/** 声称质量水平 (DQL, per cent nonconforming) → sample size n (units). */
type SizesByDql = Readonly<Record<string, number>>

/** 鉴别水平: do not contradict a declared level while at most `limit` of the n units drawn are nonconforming. */
export interface DiscriminationLevel {
  readonly level: '0' | 'I' | 'II' | 'III'
  /** L, the largest number of nonconforming units that does not contradict. */
  readonly limit: number
  readonly sizes: SizesByDql
  /** 极限质量比: a population this many times worse than declared is not contradicted in 10 of 100 cases. About; less above DQL 1 %. */
  readonly lqr: number
  /** DQLs whose size has yet to be compared with the printed standard. */
  readonly unread: readonly string[]
}

const DQLS = ['0.10', '0.15', '0.25', '0.40', '0.65', '1.0', '1.5', '2.5', '4.0', '6.5', '10']
const sizes = (...units: readonly number[]): SizesByDql => Object.fromEntries(units.map((n, index) => [DQLS[index] ?? '', n]))

/**
 * GB/T 2828.4-2008 (MOD ISO 2859-4:2002), assessment of declared quality levels: the largest preferred sample size at which a
 * true declaration is contradicted in at most 5 of 100 cases. Computed, not copied: for reference (参考方案，以标准原文为准).
 * Not for the acceptance of lots.
 */
export const DECLARED_QUALITY: {
  readonly sure: 'derived'
  readonly note: { readonly zh: string; readonly en: string }
  readonly levels: readonly DiscriminationLevel[]
} = {
  sure: 'derived',
  note: { zh: '参考方案，以标准原文为准', en: 'For reference; the printed standard decides' },
  levels: [
    { level: '0', limit: 0, sizes: sizes(50, 32, 20, 8, 5, 5, 3, 2, 1), lqr: 45, unread: ['0.40', '0.65', '1.0'] },
    { level: 'I', limit: 1, sizes: sizes(315, 200, 125, 80, 50, 32, 20, 13, 8, 5, 3), lqr: 12, unread: [] },
    { level: 'II', limit: 2, sizes: sizes(800, 500, 315, 200, 125, 80, 50, 32, 20, 13, 8), lqr: 6.6, unread: [] },
    { level: 'III', limit: 3, sizes: sizes(1250, 800, 500, 315, 200, 125, 80, 50, 32, 20, 13), lqr: 5.3, unread: [] },
  ],
}
