import { z } from 'zod'
import { LocalDate } from '../kernel/ids.ts'
import { ok, type Problem, problem, type Result, refuse } from '../kernel/result.ts'

export type PeriodProblem = Problem<'report.periodInvalid', { readonly have: string }>

/** Both days are in it. */
export interface Span {
  readonly from: string
  readonly to: string
}

export interface Period extends Span {
  /** 累计: from 1 January of the year in which the period ends, or from its own beginning where that is earlier. */
  readonly cumulative: Span
}

const two = (month: number): string => String(month).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const monthsOf = (year: string, first: number, last: number): Span => ({
  from: `${year}-${two(first)}-01`,
  to: `${year}-${two(last)}-${two(lastDay(Number(year), last))}`,
})

function calendarSpan(text: string): Span | null {
  const found = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2])|-?Q([1-4]))?$/i.exec(text)
  if (found === null) return null
  const [, year = '', month, quarter] = found
  if (month !== undefined) return monthsOf(year, Number(month), Number(month))
  return quarter === undefined ? monthsOf(year, 1, 12) : monthsOf(year, Number(quarter) * 3 - 2, Number(quarter) * 3)
}

const Days = z.tuple([LocalDate, LocalDate]).refine(([from, to]) => from <= to)

function daySpan(text: string): Span | null {
  const { success, data } = Days.safeParse(text.split('..'))
  return success ? { from: data[0], to: data[1] } : null
}

/** A period as people write it: `2026`, `2026-10`, `2026-Q4`, `2026-10-01..2026-10-20`. */
export function decidePeriod(typed: string): Result<Period, PeriodProblem> {
  const text = typed.normalize('NFKC').trim()
  const span = calendarSpan(text) ?? daySpan(text)
  if (span === null) return refuse(problem('report.periodInvalid', '/period', { have: typed.slice(0, 60) }))
  const newYear = `${span.to.slice(0, 4)}-01-01`
  return ok({ ...span, cumulative: { from: span.from < newYear ? span.from : newYear, to: span.to } })
}
