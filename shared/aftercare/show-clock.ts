import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import type { StartedClock } from '../kernel/procedure.ts'
import { plusDays } from '../reference/working-calendar.ts'
import type { CaseClock } from './aftercare-contract.ts'
import type { FrozenClock } from './case-step.ts'
import type { ClockDays } from './clock-days.ts'

const SUNDAY = 7

/** The Sunday of the week of a day: 本周 ends with it. */
export const endOfWeek = (day: string): string => plusDays(day, (SUNDAY - new Date(day).getUTCDay()) % SUNDAY)

type Standing = CaseClock['standing']
type Dated = Pick<CaseClock, 'due' | 'endedOn' | 'kind'>

/** Late or not is said only where the last day is known; papers that must be kept are never late. */
function standingOf({ due, endedOn, kind }: Dated, today: string): Standing {
  if (endedOn !== null) return due !== null && endedOn > due.slice(0, 10) ? 'doneLate' : 'done'
  if (due === null || kind === 'retention') return 'running'
  const last = due.slice(0, 10)
  if (last < today) return 'overdue'
  return last <= endOfWeek(today) ? 'dueThisWeek' : 'running'
}

const daysLeft = ({ due, endedOn }: Dated, today: string): number | null =>
  due === null || endedOn !== null ? null : differenceInCalendarDays(parseISO(due.slice(0, 10)), parseISO(today))

/** What is said of a clock whose rule no edition explains any more. */
const unexplained = (key: string): Pick<CaseClock, 'name' | 'kind' | 'article' | 'source' | 'sure'> => ({
  name: { zh: key, en: key },
  kind: 'limit',
  article: { zh: '', en: '' },
  source: '',
  sure: 'memory',
})

type Explained = Omit<CaseClock, 'standing' | 'daysLeft'>

function explained({ rule: key, about, from, endedOn }: StartedClock, { rule, raw, due, window, missingYear }: ClockDays): Explained {
  const said =
    rule === null
      ? unexplained(key)
      : { name: { zh: rule.zh, en: rule.en }, kind: rule.kind, article: rule.article, source: rule.source, sure: rule.sure }
  return { rule: key, about, started: from, endedOn, raw, due, window, missingYear, ...said }
}

/** A clock of an open case, as it stands today. */
export function showClock(clock: StartedClock, days: ClockDays, today: string): CaseClock {
  const shown = explained(clock, days)
  return { ...shown, daysLeft: daysLeft(shown, today), standing: standingOf(shown, today) }
}

/** The window of an open interval stands in the two days it was frozen with. */
function frozenWindow({ raw, due }: FrozenClock, { rule }: ClockDays): CaseClock['window'] {
  return rule?.openInterval === undefined || raw === undefined || due === undefined ? null : { first: raw, last: due }
}

/** A clock of a closed case: the days are those of its closing, whatever the calendars say by now. */
export function showFrozen(frozen: FrozenClock, days: ClockDays): CaseClock {
  const { rule, about = '', from, endedOn = null, raw = null, due = null, missingYear = null } = frozen
  const then: ClockDays = { ...days, raw, due, window: frozenWindow(frozen, days), missingYear }
  const shown = explained({ rule, about, from, endedOn }, then)
  return { ...shown, daysLeft: null, standing: endedOn === null ? 'frozen' : standingOf(shown, endedOn) }
}
