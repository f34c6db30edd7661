import { addMonths } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { formatISO } from 'date-fns/formatISO'
import { parseISO } from 'date-fns/parseISO'
import { LocalDate } from '../kernel/ids.ts'
import { ok, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { type CalendarProblem, isWorkingDay, plusDays, type WorkingCalendar } from './working-calendar.ts'

export type DeadlineProblem =
  | CalendarProblem
  | Problem<'deadline.unknownRule', { readonly rule: string; readonly known: string }>
  | Problem<'deadline.ruleNotInForce', { readonly rule: string; readonly day: string }>
  | Problem<'deadline.badStart', { readonly have: string }>
  | Problem<'deadline.timeMissing', { readonly rule: string }>

const DAY = 10
const HOUR_MS = 3_600_000

const START = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/

/** When an event was: a day `YYYY-MM-DD`, or a local minute `YYYY-MM-DDTHH:MM`, which rules in hours need. */
export function readDeadlineStart(typed: string): Result<string, DeadlineProblem> {
  if (START.test(typed) && LocalDate.safeParse(typed.slice(0, DAY)).success) return ok(typed)
  return refuse(problem('deadline.badStart', '', { have: typed }))
}

/** A deadline in local time: days as `YYYY-MM-DD`, of a rule in hours minutes as `YYYY-MM-DDTHH:MM`. */
export interface Deadline {
  /** The last day as counted; of an open interval the first day allowed. */
  readonly raw: string
  /** The last day in law, rolled over days off; of an open interval the last day allowed. */
  readonly due: string
  /** How many days were counted up to the last one before rolling, the start day excluded; working days for rules in working days. */
  readonly days: number
  /** The holiday notices that were asked, by year (`2024 国办发明电〔2023〕7号`); null when the answer needs none. */
  readonly calendar: string | null
  readonly window?: { readonly first: string; readonly last: string }
}
type Counted = Result<Deadline, DeadlineProblem>

/** The edition of a rule in force on a day; two editions of one key differ in `validFrom`. */
export function findDeadlineRule(rules: readonly DeadlineRule[], key: string, day: string): Result<DeadlineRule, DeadlineProblem> {
  const editions = rules.filter((rule) => rule.key === key).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
  if (editions.length === 0) {
    const known = [...new Set(rules.map((rule) => rule.key))].join(', ')
    return refuse(problem('deadline.unknownRule', '', { rule: key, known }))
  }
  const inForce = editions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo))
  return inForce === undefined ? refuse(problem('deadline.ruleNotInForce', '', { rule: key, day })) : ok(inForce)
}

/** Which notices the days from `first` to `last` rest on. */
function editionsOf({ editions }: WorkingCalendar, first: string, last: string): string {
  const asked = [...editions].filter(([year]) => first.slice(0, 4) <= year && year <= last.slice(0, 4))
  return asked
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([year, edition]) => `${year} ${edition}`)
    .join('; ')
}

/** The first working day on or after a day. */
function nextWorkingDay(calendar: WorkingCalendar, day: string): Result<string, CalendarProblem> {
  for (let at = day; ; at = plusDays(at, 1)) {
    const working = isWorkingDay(calendar, at)
    if (!working.ok) return working
    if (working.value) return ok(at)
  }
}

/** A last day as counted, rolled to a working day where the rule says so (Civil Code art. 203; weekends too, as the bureaus do). */
function lastDay({ rollsOver }: DeadlineRule, start: string, raw: string, calendar: WorkingCalendar): Counted {
  const days = differenceInCalendarDays(parseISO(raw), parseISO(start))
  if (!rollsOver) return ok({ raw, due: raw, days, calendar: null })
  const due = nextWorkingDay(calendar, raw)
  return due.ok ? ok({ raw, due: due.value, days, calendar: editionsOf(calendar, raw, due.value) }) : due
}

/** Counts working days from the day after the start, make-up working days among them. */
function countWorkingDays({ amount }: DeadlineRule, start: string, calendar: WorkingCalendar): Counted {
  let day = start
  for (let counted = 0; counted < amount; counted++) {
    const next = nextWorkingDay(calendar, plusDays(day, 1))
    if (!next.ok) return next
    day = next.value
  }
  return ok({ raw: day, due: day, days: amount, calendar: editionsOf(calendar, plusDays(start, 1), day) })
}

/** Hours run through, from the minute of the event (Civil Code art. 201); written as UTC so that no summer time comes between. */
function countHours({ key, amount }: DeadlineRule, from: string): Counted {
  if (from.length === DAY) return refuse(problem('deadline.timeMissing', '', { rule: key }))
  const due = new Date(Date.parse(`${from}Z`) + amount * HOUR_MS).toISOString().slice(0, from.length)
  return ok({ raw: due, due, days: differenceInCalendarDays(parseISO(due), parseISO(from)), calendar: null })
}

/** Both ends of the interval are excluded, so (60, 90) allows day 61 to day 89; neither end rolls, or it would leave the interval. */
function countWindow(start: string, { after, before }: NonNullable<DeadlineRule['openInterval']>): Counted {
  const window = { first: plusDays(start, after + 1), last: plusDays(start, before - 1) }
  return ok({ raw: window.first, due: window.last, days: before - 1, calendar: null, window })
}

/**
 * When a clock that started at `from` (see {@link readDeadlineStart}) runs out. The start day does not count; calendar days count as
 * they are, months end on the same date or the last of the month, and the last day of both rolls over weekends and days off where
 * the rule says so; working days count make-up days. Refused with `calendar.missingYear` when a day of an unknown year is asked.
 * Source: Civil Code arts. 201–203, and of each rule its `article`.
 */
export function deadlineOf(rule: DeadlineRule, from: string, calendar: WorkingCalendar): Counted {
  const start = from.slice(0, DAY)
  if (rule.openInterval !== undefined) return countWindow(start, rule.openInterval)
  switch (rule.unit) {
    case 'calendarDays':
      return lastDay(rule, start, plusDays(start, rule.amount), calendar)
    case 'months':
      return lastDay(rule, start, formatISO(addMonths(parseISO(start), rule.amount), { representation: 'date' }), calendar)
    case 'workingDays':
      return countWorkingDays(rule, start, calendar)
    case 'hours':
      return countHours(rule, from)
  }
}
