import type { World } from '../kernel/world.ts'
import { getDeadlineRulesInForce } from './reference-data.ts'

/** The days of a rule in force that counts calendar days (a reminder, a usual interval); null where there is none: then nothing is reminded of. */
export function daysOfRule(world: World, key: string): number | null {
  const rule = getDeadlineRulesInForce(world).find((each) => each.key === key && each.unit === 'calendarDays')
  return rule?.amount ?? null
}
