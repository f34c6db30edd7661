import { type FieldProblem, parseInput } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'
import { HolidayCalendar } from './holiday-calendar.ts'
import { isWeekend } from './working-calendar.ts'

export type CalendarFileProblem =
  | Problem<'calendar.endsBeforeItBegins', { readonly from: string; readonly to: string }>
  | Problem<'calendar.otherYear', { readonly day: string; readonly year: number }>
  | Problem<'calendar.workdayNoWeekend', { readonly day: string }>
  | Problem<'calendar.workdayOff', { readonly day: string }>

type Row = HolidayCalendar['holidays'][number]

/** A notice may reach back into the last days of the year before it, when New Year is joined with a weekend. */
const belongsTo = (day: string, year: number): boolean => day.startsWith(`${String(year)}-`) || day.startsWith(`${String(year - 1)}-12-`)

function rowProblems({ year, holidays }: HolidayCalendar, { from, to, workdays }: Row, path: string): CalendarFileProblem[] {
  const strangers = [from, to, ...workdays].filter((day) => !belongsTo(day, year))
  const isOff = (day: string): boolean => holidays.some((row) => row.from <= day && day <= row.to)
  return [
    ...(from <= to ? [] : [problem('calendar.endsBeforeItBegins', `${path}/to`, { from, to })]),
    ...strangers.map((day) => problem('calendar.otherYear', path, { day, year })),
    ...workdays.filter((day) => !isWeekend(day)).map((day) => problem('calendar.workdayNoWeekend', `${path}/workdays`, { day })),
    ...workdays.filter(isOff).map((day) => problem('calendar.workdayOff', `${path}/workdays`, { day })),
  ]
}

/** May this be the holiday calendar of a year? Anything that came from a file; refused with every row that contradicts itself or another. */
export function decideCalendar(input: unknown): Result<HolidayCalendar, FieldProblem | CalendarFileProblem> {
  const parsed = parseInput(HolidayCalendar, input)
  if (!parsed.ok) return parsed
  const calendar = parsed.value
  return okUnless(
    calendar.holidays.flatMap((row, index) => rowProblems(calendar, row, `/holidays/${String(index)}`)),
    calendar,
  )
}
