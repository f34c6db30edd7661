import { listMembers } from '#db/enterprise/identities'
import { listRunningOut, type ProblemRow } from '#db/visit/problem-queries'
import type { WorkItem } from '#shared/kernel/work-contract'
import { plusDays } from '#shared/reference/working-calendar'
import { RULE_OF } from '#shared/visit/problem-clocks'
import type { WorkSource } from '../kernel/work-source.ts'
import type { World } from '../kernel/world.ts'
import { ruleDays } from './rule-days.ts'

type Promised = Omit<WorkItem, 'daysLeft'>
type Clock = 'prescriptionDue' | 'nextFollowUp' | keyof typeof RULE_OF

/** What each clock of a problem asks a person to do. */
const TYPES: Readonly<Record<Clock, WorkItem['type']>> = {
  prescriptionDue: 'prescriptionDue',
  nextFollowUp: 'followUpDue',
  followUp: 'followUpDue',
  referralAnswer: 'referralUnanswered',
  benefitConfirmation: 'benefitUnconfirmed',
}
const CLOCKS = Object.keys(TYPES) as readonly Clock[]
const isRule = (clock: Clock): clock is keyof typeof RULE_OF => clock in RULE_OF

/** Days that a clock runs: none where a person named the day, null where no rule is in force. */
const daysOf = (world: World, clock: Clock): number | null => (isRule(clock) ? (ruleDays(world, RULE_OF[clock])?.days ?? null) : 0)

const itemOf = (
  { id, enterpriseId, enterprise, description, measure, region }: ProblemRow,
  type: WorkItem['type'],
  due: string,
): Promised => ({
  type,
  id,
  opens: 'problem',
  enterpriseId,
  enterprise,
  matter: type === 'prescriptionDue' && measure !== '' ? measure : description,
  region,
  due,
})

/** 处方到期、复诊到期、转介未答复、效益未确认: of every problem that is not over, the most pressing first. */
export const visitWork: WorkSource = (world, { until, enterpriseId, limit }) => {
  const enterprises = enterpriseId === undefined || enterpriseId === '' ? undefined : listMembers(world.db, enterpriseId)
  const items = CLOCKS.flatMap((clock): Promised[] => {
    const days = daysOf(world, clock)
    if (days === null) return []
    const rows = listRunningOut(world.db, { rule: clock, until: plusDays(until, -days), enterprises, limit })
    return rows.map((row) => itemOf(row, TYPES[clock], plusDays(row.started ?? until, days)))
  })
  return items.toSorted((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id)).slice(0, limit)
}
