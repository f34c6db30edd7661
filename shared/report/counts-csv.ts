import { plainNumber } from '../kernel/plain-number.ts'
import { okUnless, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import type { Counts } from './p-chart.ts'
import { isCount } from './pass-rate.ts'

export type CountsProblem =
  | Problem<'report.headerMissing', { readonly have: string }>
  | Problem<'report.rowsMissing', Record<string, never>>
  | Problem<'report.rowInvalid', { readonly row: number; readonly have: string }>

/** So many rows are named; who has more has another file. */
const MOST_NAMED = 100

const inShort = (line: string): string => line.slice(0, 60)
const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

/**
 * Groups from CSV text: header `n,d`, one group a line. A byte order mark, CRLF, quotes, full-width digits and blank lines are
 * no fault. Rows that are not two counts with 1 ≤ n and d ≤ n are named by their line in the file, the header being line 1.
 */
export function parseCounts(text: string): Result<readonly Counts[], CountsProblem> {
  const [header = '', ...rest] = text
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .split(/\r\n|\r|\n/)
  if (cellsOf(header.toLowerCase()).join(',') !== 'n,d') return refuse(problem('report.headerMissing', '', { have: inShort(header) }))
  const rows = rest.map((line, index) => ({ line, row: index + 2, counts: countsOf(line) })).filter(({ line }) => line.trim() !== '')
  if (rows.length === 0) return refuse({ code: 'report.rowsMissing', path: '', facts: {} })
  const wrong = rows.filter(({ counts }) => counts === null).slice(0, MOST_NAMED)
  return okUnless(
    wrong.map(({ line, row }) => problem('report.rowInvalid', '', { row, have: inShort(line) })),
    rows.flatMap(({ counts }) => counts ?? []),
  )
}

function countsOf(line: string): Counts | null {
  const cells = cellsOf(line)
  const [n = Number.NaN, d = Number.NaN] = cells.map(plainNumber)
  return cells.length === 2 && isCount(n) && isCount(d) && n >= 1 && d <= n ? { n, d } : null
}
