import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import { deadlineOf } from '#shared/reference/deadline'
import type { DeadlineRule } from '#shared/reference/deadline-rule'
import { plusDays, workingCalendarOf } from '#shared/reference/working-calendar'
import type { RULE_OF } from '#shared/visit/problem-clocks'
import { dayOf, type World } from '../kernel/world.ts'
import { getCalendars, getDeadlineRulesInForce } from '../reference/reference-data.ts'

export type HelpRule = (typeof RULE_OF)[keyof typeof RULE_OF]

export interface RuleDays {
  readonly rule: DeadlineRule
  /** Calendar days from the event; of a rule in other units as many as it would be from today. */
  readonly days: number
}

const HOURS = 24
const WEEK = 7 / 5

function daysOf(world: World, rule: DeadlineRule): number {
  if (rule.unit === 'calendarDays') return rule.amount
  if (rule.unit === 'hours') return Math.ceil(rule.amount / HOURS)
  const today = dayOf(world)
  const counted = deadlineOf({ ...rule, rollsOver: false }, today, workingCalendarOf(getCalendars(world)))
  return counted.ok ? differenceInCalendarDays(parseISO(counted.value.due), parseISO(today)) : Math.ceil(rule.amount * WEEK)
}

/** The rule in force today, as days that a list can be filtered by; null when it was withdrawn. A reminder, no deadline in law. */
export function ruleDays(world: World, key: HelpRule): RuleDays | null {
  const rule = getDeadlineRulesInForce(world).find((one) => one.key === key)
  return rule === undefined ? null : { rule, days: daysOf(world, rule) }
}

/** The last day by a clock: the day itself where a person named it, else so many days on; null where no rule says. */
export function dayBy(started: string, days: number | null): string | null {
  return days === null ? null : plusDays(started, days)
}
