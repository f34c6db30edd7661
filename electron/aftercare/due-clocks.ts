import type { z } from 'zod'
import { getCaseRow, listRunningCaseClocks, type RunningClock } from '#db/aftercare/case-queries'
import type { aftercareContract, CaseClock, DueRow } from '#shared/aftercare/aftercare-contract'
import { rememberedDays } from '#shared/aftercare/clock-days'
import { showClock } from '#shared/aftercare/show-clock'
import { dayOf, type World } from '../kernel/world.ts'
import { clockLaw } from './clock-law.ts'

type Asked = z.output<(typeof aftercareContract)['aftercare.listDue']['input']>
type Due = z.output<(typeof aftercareContract)['aftercare.listDue']['output']>
type Shown = CaseClock & { readonly subject: string }

/** What has run out first, then by the last day; a last day that nobody knows comes behind those that are known. */
const byUrgency = (a: Shown, b: Shown): number =>
  (a.due ?? '~').localeCompare(b.due ?? '~') || a.started.localeCompare(b.started) || a.subject.localeCompare(b.subject)

/** Every running clock of an open case, most urgent first. One rule and one start is counted once, however many cases share it. */
function shownClocks(world: World): Shown[] {
  const [days, today] = [rememberedDays(clockLaw(world)), dayOf(world)]
  const show = ({ subject, rule, about, started: from }: RunningClock): Shown => ({
    ...showClock({ rule, about, from, endedOn: null }, days(rule, from), today),
    subject,
  })
  return listRunningCaseClocks(world.db)
    .map(show)
    .filter(({ kind }) => kind === 'limit')
    .toSorted(byUrgency)
}

function rowOf(world: World, { subject, ...clock }: Shown): DueRow[] {
  const row = getCaseRow(world.db, subject)
  return row === null ? [] : [{ ...clock, case: subject, no: row.no, title: row.title, region: row.region }]
}

export function listDue(world: World, { standing, limit }: Asked): Due {
  const all = shownClocks(world)
  const wanted = standing === 'all' ? all : all.filter((clock) => clock.standing === standing)
  const count = (of: CaseClock['standing']): number => all.filter((clock) => clock.standing === of).length
  return {
    items: wanted.slice(0, limit).flatMap((clock) => rowOf(world, clock)),
    overdue: count('overdue'),
    dueThisWeek: count('dueThisWeek'),
    total: wanted.length,
  }
}
