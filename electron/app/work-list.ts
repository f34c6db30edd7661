import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import { ok } from '#shared/kernel/result'
import type { WorkItem, workContract } from '#shared/kernel/work-contract'
import { plusDays } from '#shared/reference/working-calendar'
import { certificationWork } from '../certification/certification-work.ts'
import type { HandlersFor } from '../kernel/router.ts'
import type { WorkSource } from '../kernel/work-source.ts'
import { dayOf } from '../kernel/world.ts'
import { agreementWork } from '../visit/agreement-work.ts'
import { visitWork } from '../visit/visit-work.ts'

/** What each feature has promised. */
export const sources: readonly WorkSource[] = [visitWork, agreementWork, certificationWork]

/** Asked of each source, so that the counts are of all and not of a page; nobody has more promises open than this. */
const MOST = 5000

const byType = (items: readonly WorkItem[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { type } of items) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

const mostPressing = (a: WorkItem, b: WorkItem): number =>
  a.due.localeCompare(b.due) || a.type.localeCompare(b.type) || a.id.localeCompare(b.id)

/** 待办: one list of what all features have promised, overdue first. */
export const workHandlers: HandlersFor<typeof workContract> = {
  'work.list': (world, { type, enterpriseId, horizon, limit }) => {
    const today = dayOf(world)
    const asked = { today, until: plusDays(today, horizon), enterpriseId, limit: MOST }
    const left = (due: string): number => differenceInCalendarDays(parseISO(due), parseISO(today))
    const all = sources.flatMap((source) => source(world, asked)).map((item): WorkItem => ({ ...item, daysLeft: left(item.due) }))
    const items = all.filter((item) => type === undefined || item.type === type).toSorted(mostPressing)
    const overdue = items.filter(({ daysLeft }) => daysLeft < 0).length
    return ok({ items: items.slice(0, limit), total: items.length, overdue, counts: byType(all) })
  },
}
