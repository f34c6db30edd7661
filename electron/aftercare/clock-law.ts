import type { ClockLaw } from '#shared/aftercare/clock-days'
import { workingCalendarOf } from '#shared/reference/working-calendar'
import type { World } from '../kernel/world.ts'
import { getCalendars, getDeadlineRules } from '../reference/reference-data.ts'

/** Rules and calendars as this device knows them now. */
export const clockLaw = (world: World): ClockLaw => ({
  rules: getDeadlineRules(world),
  calendar: workingCalendarOf(getCalendars(world)),
})
