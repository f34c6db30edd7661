import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import { deadlineOf, findDeadlineRule } from '#shared/reference/deadline'
import type { DeadlineRule } from '#shared/reference/deadline-rule'
import { plusDays, workingCalendarOf } from '#shared/reference/working-calendar'
import { dayOf, type World } from '../kernel/world.ts'
import { getCalendars, getDeadlineRules } from '../reference/reference-data.ts'

/** The periods of certification help, all of them reference data that a supervisor may change. */
export type CertificationRule = 'trialRun' | 'surveillance' | 'stageIdle' | 'certificateReminder' | 'certificateLookup'

export const ruleOn = (world: World, key: string, day: string): DeadlineRule | null => {
  const found = findDeadlineRule(getDeadlineRules(world), key, day)
  return found.ok ? found.value : null
}

type DueOf = (key: CertificationRule, from: string) => string | null

/** The last day of a period that began on a day, rules and calendars read once; null when no such rule is in force or its calendar is missing. */
export function dueDays(world: World): DueOf {
  const [rules, calendar] = [getDeadlineRules(world), workingCalendarOf(getCalendars(world))]
  return (key, from) => {
    const rule = findDeadlineRule(rules, key, from)
    const found = rule.ok ? deadlineOf(rule.value, from, calendar) : rule
    return found.ok ? found.value.due : null
  }
}

export const dueOf = (world: World, key: CertificationRule, from: string): string | null => dueDays(world)(key, from)

/** The latest day on which a period must have begun to end by `until`; '' when no such rule is in force. */
export function startFor(world: World, key: CertificationRule, until: string): string {
  const rule = ruleOn(world, key, until)
  if (rule === null) return ''
  return rule.unit === 'months' ? monthsBefore(until, rule.amount) : plusDays(until, -rule.amount)
}

/** As many months back; a day that a month does not have is its last one, and what is too early by then is sorted out by its own due day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

export const daysBetween = (from: string, until: string): number => differenceInCalendarDays(parseISO(until), parseISO(from))

/** Certificates that expire by this day are reminded of. */
export function reminderDay(world: World): string {
  const today = dayOf(world)
  const rule = ruleOn(world, 'certificateReminder', today)
  return rule === null ? today : plusDays(today, rule.amount)
}
