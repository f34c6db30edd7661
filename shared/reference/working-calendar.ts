import { addDays } from 'date-fns/addDays'
import { formatISO } from 'date-fns/formatISO'
import { parseISO } from 'date-fns/parseISO'
import { ok, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'

export type CalendarProblem = Problem<'calendar.missingYear', { readonly year: string }>

/** What is known of working days, from the notices of some years. Days are `YYYY-MM-DD`. */
export interface WorkingCalendar {
  /** Year → the notice it rests on, such as 国办发明电〔2025〕7号. A year that is not here is not known. */
  readonly editions: ReadonlyMap<string, string>
  readonly daysOff: ReadonlySet<string>
  readonly workdays: ReadonlySet<string>
}

/** Saturday or Sunday; in UTC, so that it does not depend on where the program runs. */
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())

/** The calendar day `count` days after `day`. */
export const plusDays = (day: string, count: number): string => formatISO(addDays(parseISO(day), count), { representation: 'date' })

function daysFrom(first: string, last: string): string[] {
  return first > last ? [] : [first, ...daysFrom(plusDays(first, 1), last)]
}

/** Joins the calendars of several years; of two for one year the later in the list counts, so an imported file goes last. */
export function workingCalendarOf(calendars: readonly HolidayCalendar[]): WorkingCalendar {
  const byYear = new Map(calendars.map((calendar) => [String(calendar.year), calendar]))
  const holidays = [...byYear.values()].flatMap((calendar) => calendar.holidays)
  return {
    editions: new Map([...byYear].map(([year, { edition }]) => [year, edition])),
    daysOff: new Set(holidays.flatMap(({ from, to }) => daysFrom(from, to))),
    workdays: new Set(holidays.flatMap(({ workdays }) => workdays)),
  }
}

/**
 * Is this day a working day: a weekday that is no day off, or a weekend day worked to make up for one (调休上班).
 * A year without a notice is refused with `calendar.missingYear`: nobody can know its working days before the State
 * Council has said them.
 */
export function isWorkingDay({ editions, daysOff, workdays }: WorkingCalendar, day: string): Result<boolean, CalendarProblem> {
  const year = day.slice(0, 4)
  if (!editions.has(year)) return refuse(problem('calendar.missingYear', '', { year }))
  return ok(!daysOff.has(day) && (workdays.has(day) || !isWeekend(day)))
}
