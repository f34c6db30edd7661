/** 样本量字码 from A (2 units) to R (2000); I and O are left out, as in the standard. */
export const LETTERS = 'ABCDEFGHJKLMNPQR'

/** 检验水平: four special levels for tests that are dear or destroy, three general ones; II is the usual one. */
export const LEVELS = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'] as const
export type Level = (typeof LEVELS)[number]

/** GB/T 2828.1-2012 table 1: the largest lot of each row, and its letters in the order of LEVELS. */
const ROWS: readonly (readonly [number, string])[] = [
  [8, 'AAAAAAB'],
  [15, 'AAAAABC'],
  [25, 'AABBBCD'],
  [50, 'ABBCCDE'],
  [90, 'BBCCCEF'],
  [150, 'BBCDDFG'],
  [280, 'BCDEEGH'],
  [500, 'BCDEFHJ'],
  [1200, 'CCEFGJK'],
  [3200, 'CDEGHKL'],
  [10_000, 'CDFGJLM'],
  [35_000, 'CDFHKMN'],
  [150_000, 'DEGJLNP'],
  [500_000, 'DEGJMPQ'],
  [Number.POSITIVE_INFINITY, 'DEHKNQR'],
]

/** The letter of a lot (units, 2 and up) at an inspection level. */
export function codeLetter(lot: number, level: Level): string {
  const row = ROWS.find(([largest]) => lot <= largest)
  if (row === undefined || lot < 2) throw new Error(`no code letter for a lot of ${String(lot)}`)
  return row[1].charAt(LEVELS.indexOf(level))
}

/** A level as a person writes it: `ii`, `Ⅱ`, `s1` and `S-1` are understood; null for what is none. */
export function readLevel(typed: string): Level | null {
  const text = typed.normalize('NFKC').trim().toUpperCase()
  return LEVELS.find((level) => level === text || level.replace('-', '') === text) ?? null
}
