import { plainNumber } from '../kernel/plain-number.ts'
import { LETTERS } from './code-letters.ts'

/** One row of a single sampling table that may be used: draw `n` units, accept with at most `ac` nonconforming among them. */
export interface SinglePlan {
  readonly letter: string
  readonly n: number
  readonly ac: number
}

/** 接收质量限, per cent nonconforming up to 10, nonconformities per 100 units above; as the tables head their columns. */
export const AQLS =
  '0.010 0.015 0.025 0.040 0.065 0.10 0.15 0.25 0.40 0.65 1.0 1.5 2.5 4.0 6.5 10 15 25 40 65 100 150 250 400 650 1000'.split(' ')

/** The AQL of a list that a person means: `1`, `1.0` and `1.00` are one; null for what is not in it. */
export const readAql = (typed: string, aqls: readonly string[]): string | null =>
  aqls.find((aql) => Number(aql) === plainNumber(typed)) ?? null

/** Sample sizes (units) of the letters A to R. */
const SIZES = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000]

type Cell = number | 'down' | 'up'

/** Ac along a diagonal k + a of table 2-A: rows and columns rise by the same factor, so their sum decides. */
const DIAGONALS: Readonly<Record<number, number>> = { 14: 0, 17: 1, 18: 2, 19: 3, 20: 5, 21: 7, 22: 10, 23: 14, 24: 21 }
/** The two largest acceptance numbers stand only in the rows A to E. */
const SHORT_DIAGONALS: Readonly<Record<number, number>> = { 25: 30, 26: 44 }
const LAST_SHORT_ROW = 4

/**
 * The cell of GB/T 2828.1-2012 table 2-A (single, normal) at letter index k (A = 0) and AQL index a (0.010 = 0): an acceptance
 * number, or the arrow to the plan below or above. Equal to AQLSchemes (CRAN) in all 416 cells.
 */
export function normalCell(k: number, a: number): Cell {
  const d = k + a
  const ac = DIAGONALS[d] ?? (k <= LAST_SHORT_ROW ? SHORT_DIAGONALS[d] : undefined)
  if (ac !== undefined) return ac
  // Between 0 and 1 the arrows part, except where the table ends.
  if (d === 15) return k === 0 ? 'down' : 'up'
  if (d === 16) return k === SIZES.length - 1 ? 'up' : 'down'
  return d < 14 ? 'down' : 'up'
}

/** Follows the arrows to the plan that is used, with that row's own sample size. `aql` is one of AQLS. */
export function normalPlan(letter: string, aql: string): SinglePlan {
  const a = AQLS.indexOf(aql)
  let k = LETTERS.indexOf(letter)
  let cell = normalCell(k, a)
  while (typeof cell !== 'number') {
    k += cell === 'down' ? 1 : -1
    cell = normalCell(k, a)
  }
  return planAt(k, cell)
}

function planAt(k: number, ac: number): SinglePlan {
  const n = SIZES[k]
  if (n === undefined) throw new Error(`no row ${String(k)} in the tables of GB/T 2828.1`)
  return { letter: LETTERS.charAt(k), n, ac }
}

/** The AQLs of the tightened table as far as it was read: 0.10 to 15. */
export const TIGHTENED_AQLS = AQLS.slice(5, 17)

/** GB/T 2828.1-2012 table 2-B (single, tightened), arrows resolved: `n:Ac` for each of TIGHTENED_AQLS. Source: AQLSchemes (CRAN). */
const TIGHTENED: Readonly<Record<string, string>> = {
  A: '200:0 125:0 80:0 50:0 32:0 20:0 13:0 8:0 5:0 3:0 8:1 5:1',
  B: '200:0 125:0 80:0 50:0 32:0 20:0 13:0 8:0 5:0 3:0 8:1 5:1',
  C: '200:0 125:0 80:0 50:0 32:0 20:0 13:0 8:0 5:0 13:1 8:1 5:1',
  D: '200:0 125:0 80:0 50:0 32:0 20:0 13:0 8:0 20:1 13:1 8:1 8:2',
  E: '200:0 125:0 80:0 50:0 32:0 20:0 13:0 32:1 20:1 13:1 13:2 13:3',
  F: '200:0 125:0 80:0 50:0 32:0 20:0 50:1 32:1 20:1 20:2 20:3 20:5',
  G: '200:0 125:0 80:0 50:0 32:0 80:1 50:1 32:1 32:2 32:3 32:5 32:8',
  H: '200:0 125:0 80:0 50:0 125:1 80:1 50:1 50:2 50:3 50:5 50:8 50:12',
  J: '200:0 125:0 80:0 200:1 125:1 80:1 80:2 80:3 80:5 80:8 80:12 80:18',
  K: '200:0 125:0 315:1 200:1 125:1 125:2 125:3 125:5 125:8 125:12 125:18 80:18',
  L: '200:0 500:1 315:1 200:1 200:2 200:3 200:5 200:8 200:12 200:18 125:18 80:18',
  M: '800:1 500:1 315:1 315:2 315:3 315:5 315:8 315:12 315:18 200:18 125:18 80:18',
  N: '800:1 500:1 500:2 500:3 500:5 500:8 500:12 500:18 315:18 200:18 125:18 80:18',
  P: '800:1 800:2 800:3 800:5 800:8 800:12 800:18 500:18 315:18 200:18 125:18 80:18',
  Q: '1250:2 1250:3 1250:5 1250:8 1250:12 1250:18 800:18 500:18 315:18 200:18 125:18 80:18',
  R: '2000:3 2000:5 2000:8 2000:12 2000:18 1250:18 800:18 500:18 315:18 200:18 125:18 80:18',
}

/** The tightened plan of a letter; `aql` is one of TIGHTENED_AQLS. */
export function tightenedPlan(letter: string, aql: string): SinglePlan {
  const cell = TIGHTENED[letter]?.split(' ')[TIGHTENED_AQLS.indexOf(aql)]
  if (cell === undefined) throw new Error(`no tightened plan for ${letter} at AQL ${aql}`)
  const [n = 0, ac = 0] = cell.split(':').map(Number)
  return planAt(SIZES.indexOf(n), ac)
}
