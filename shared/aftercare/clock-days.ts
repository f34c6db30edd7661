import { problem, type Result, refuse } from '../kernel/result.ts'
import { type Deadline, deadlineOf, findDeadlineRule } from '../reference/deadline.ts'
import type { DeadlineRule } from '../reference/deadline-rule.ts'
import { plusDays, type WorkingCalendar } from '../reference/working-calendar.ts'

/** What days are counted by: every edition of every rule, and the calendars that are known. */
export interface ClockLaw {
  readonly rules: readonly DeadlineRule[]
  readonly calendar: WorkingCalendar
}

/** When a clock runs out, as far as that is known. */
export interface ClockDays {
  /** null when no edition of the rule was in force on the day it started. */
  readonly rule: DeadlineRule | null
  readonly raw: string | null
  readonly due: string | null
  readonly window: { readonly first: string; readonly last: string } | null
  /** The year without a calendar that stands in the way. */
  readonly missingYear: string | null
  readonly calendar: string | null
}

const UNKNOWN: ClockDays = { rule: null, raw: null, due: null, window: null, missingYear: null, calendar: null }

const yearOf = (counted: Result<Deadline>): string | null => {
  const missing = counted.ok ? undefined : counted.problems.find(({ code }) => code === 'calendar.missingYear')
  return missing === undefined ? null : String((missing.facts as { readonly year: string }).year)
}

/** The last day as counted needs no calendar where days are calendar days. */
function rawOf(rule: DeadlineRule, from: string, { calendar }: ClockLaw): string | null {
  const unrolled = deadlineOf({ ...rule, rollsOver: false }, from, calendar)
  return unrolled.ok ? unrolled.value.raw : null
}

/** The days of a clock; a year without a calendar is said, never guessed. */
export function clockDays(law: ClockLaw, key: string, from: string): ClockDays {
  const rule = findDeadlineRule(law.rules, key, from.slice(0, 10))
  if (!rule.ok) return UNKNOWN
  const counted = deadlineOf(rule.value, from, law.calendar)
  if (!counted.ok) return { ...UNKNOWN, rule: rule.value, raw: rawOf(rule.value, from, law), missingYear: yearOf(counted) }
  const { raw, due, window, calendar } = counted.value
  return { rule: rule.value, raw, due, window: window ?? null, missingYear: null, calendar }
}

/** Remembers what it was asked: many cases start on one day, and thousands of clocks are looked at together. */
export function rememberedDays(law: ClockLaw): (key: string, from: string) => ClockDays {
  const known = new Map<string, ClockDays>()
  return (key, from) => {
    const name = `${key} ${from}`
    const found = known.get(name) ?? clockDays(law, key, from)
    known.set(name, found)
    return found
  }
}

/** A day on which a clock has not run out yet, whatever the calendar says: nothing that rolls or leaves out days comes before it. */
function surelyOpenUntil({ unit, amount }: DeadlineRule, from: string, raw: string | null): string {
  return raw ?? plusDays(from.slice(0, 10), unit === 'hours' ? 0 : amount)
}

export type Passed = 'open' | 'passed' | 'noRule'

/** Had a clock run out when something happened; refused only where no one can tell without the calendar of a missing year. */
export function hasPassed(law: ClockLaw, key: string, { from, on }: { readonly from: string; readonly on: string }): Result<Passed> {
  const days = clockDays(law, key, from)
  if (days.rule === null) return { ok: true, value: 'noRule' }
  if (days.due !== null) return { ok: true, value: on > days.due ? 'passed' : 'open' }
  if (on <= surelyOpenUntil(days.rule, from, days.raw)) return { ok: true, value: 'open' }
  return refuse(problem('calendar.missingYear', '/on', { year: days.missingYear ?? '' }))
}
