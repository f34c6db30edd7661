import { getCaseRow, listRunningCaseClocks } from '#db/aftercare/case-queries'
import { type ClockLaw, rememberedDays } from '#shared/aftercare/clock-days'
import { CLOCKS_RECOMPUTED, type ClocksRecomputed } from '#shared/aftercare/clocks-recomputed'
import { canonical } from '#shared/kernel/canonical'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { keyOfItem } from '#shared/reference/reference-tables'
import { workingCalendarOf } from '#shared/reference/working-calendar'
import { appendLine } from '../kernel/log.ts'
import { stamp, type World } from '../kernel/world.ts'
import type { OnReferenceChange, ReferenceSnapshot } from '../reference/reference-change.ts'
import { getCalendars, getDeadlineRules } from '../reference/reference-data.ts'
import { clockLaw } from './clock-law.ts'

/** The tables that days are counted by. */
const COUNTED = ['deadlineRule', 'holidayCalendar'] as const satisfies readonly ReferenceTable[]
const TOLD_CASES = 100
const TOLD_KEYS = 50

type Moved = ClocksRecomputed['cases'][number] & { readonly subject: string }

/** Clocks of open cases whose last day is another one now. */
function movedClocks(world: World, before: ClockLaw): Moved[] {
  const [old, now] = [rememberedDays(before), rememberedDays(clockLaw(world))]
  return listRunningCaseClocks(world.db).flatMap(({ subject, rule, started: from }) => {
    const [was, is] = [old(rule, from).due, now(rule, from).due]
    return was === is ? [] : [{ subject, case: subject, no: '', rule, from, before: was, after: is }]
  })
}

const namedItems = (table: (typeof COUNTED)[number], items: readonly object[]): ReadonlyMap<string, string> =>
  new Map(items.map((item) => [keyOfItem(table, item as never), canonical(item)]))

/** Which items are not what they were: added, changed, or gone. */
function changedKeys(world: World, before: ReferenceSnapshot): ClocksRecomputed['changed'] {
  const after = { deadlineRule: getDeadlineRules(world), holidayCalendar: getCalendars(world) }
  return COUNTED.flatMap((table) => {
    const [was, is] = [namedItems(table, before[table]), namedItems(table, after[table])]
    const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key))
    return keys.map((key) => ({ table, key }))
  })
}

/**
 * When a calendar or a rule changes, the clocks of open cases are counted by it from then on; what moved is logged with the change.
 * Closed cases keep the days that were frozen as they closed.
 */
export const logMovedClocks: OnReferenceChange = (world, tables, before) => {
  if (!COUNTED.some((table) => tables.includes(table))) return
  const moved = movedClocks(world, { rules: before.deadlineRule, calendar: workingCalendarOf(before.holidayCalendar) })
  if (moved.length === 0) return
  const cases = moved.slice(0, TOLD_CASES).map(({ subject, ...clock }) => ({ ...clock, no: getCaseRow(world.db, subject)?.no ?? '' }))
  const data = { changed: changedKeys(world, before).slice(0, TOLD_KEYS), moved: moved.length, cases } satisfies ClocksRecomputed
  appendLine(world, { t: 'audit', ...stamp(world), ev: CLOCKS_RECOMPUTED, data })
  world.changed('aftercare')
}
