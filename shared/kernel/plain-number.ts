const PLAIN = /^(\d+\.?\d*|\.\d+)$/

/**
 * A number as a person types it: digits with or without a point, full-width allowed. NaN for all else, also for what only
 * a program writes (1e3, 0x10), signs, thousands separators and nothing at all.
 */
export function plainNumber(typed: string): number {
  const text = typed.normalize('NFKC').trim()
  return PLAIN.test(text) ? Number(text) : Number.NaN
}
