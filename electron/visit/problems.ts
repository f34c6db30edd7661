import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import { listMembers } from '#db/enterprise/identities'
import { getRecord } from '#db/kernel/records'
import { nextOf } from '#db/kernel/search-where'
import { type Asking, countProblems, getProblemRow, listProblemIds, type ProblemRow, type Shown } from '#db/visit/problem-queries'
import type { OutputOf } from '#shared/kernel/contract'
import { textAt } from '#shared/kernel/kind'
import { plusDays } from '#shared/reference/working-calendar'
import { NAMED_DAY } from '#shared/visit/problem-clocks'
import { isOfferedStep } from '#shared/visit/problem-procedure'
import { isPending } from '#shared/visit/problem-states'
import { PROBLEM, prescriptionsFor, problemsIn } from '#shared/visit/problems-in'
import { lastBenefit } from '#shared/visit/stated-benefit'
import type { ProblemState, ProblemSummary, visitContract } from '#shared/visit/visit-contract'
import { courseOf } from '../kernel/course.ts'
import { courseDetail } from '../kernel/course-detail.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { dayBy, ruleDays } from './rule-days.ts'

type Page = OutputOf<(typeof visitContract)['visit.listProblems']>
type Detail = NonNullable<OutputOf<(typeof visitContract)['visit.getProblem']>>

/** 两周内: what a list of due problems looks ahead. */
const AHEAD = 14

const isNamed = (rule: string): boolean => NAMED_DAY.some((name) => name === rule)

function dueOf({ rule, started }: ProblemRow, days: number | null): string | null {
  if (rule === null || started === null) return null
  return isNamed(rule) ? started : dayBy(started, days)
}

export function summaryOf(world: World, row: ProblemRow, days: number | null): ProblemSummary {
  const { rule: _rule, started: _started, referral, state, ...rest } = row
  const due = dueOf(row, days)
  return {
    ...rest,
    state: state as ProblemState,
    open: isPending(state),
    waitsForAnswer: isPending(state) && referral === 'waiting',
    due,
    daysLeft: due === null ? null : differenceInCalendarDays(parseISO(due), parseISO(dayOf(world))),
  }
}

interface Asked {
  readonly show: Shown
  readonly enterprise?: string | undefined
  readonly visit?: string | undefined
  readonly search: string
  readonly after?: string | undefined
  readonly limit: number
}

export function listProblems(world: World, { show, enterprise, visit, search, after, limit }: Asked): Page {
  const days = ruleDays(world, 'followUp')?.days ?? null
  const until = (ahead: number): Asking => ({ days, until: plusDays(dayOf(world), ahead) })
  const filter = {
    enterprises: enterprise === undefined || enterprise === '' ? undefined : listMembers(world.db, enterprise),
    visit,
    search,
  }
  const asked = { show, asking: until(AHEAD), filter }
  const listed = listProblemIds(world.db, asked, after, limit)
  return {
    items: listed.flatMap(({ id }) => {
      const row = getProblemRow(world.db, id)
      return row === null ? [] : [summaryOf(world, row, days)]
    }),
    total: countProblems(world.db, asked),
    overdue: countProblems(world.db, { show: 'due', asking: until(-1), filter }),
    next: nextOf(listed, limit, ({ key, id }) => [key, id]),
  }
}

/** The benefit as it was said last; who confirmed it is '' while nobody has. */
function benefitOf(world: World, id: string): Detail['benefit'] {
  const said = lastBenefit(courseOf(world, PROBLEM, id))?.benefit
  if (said === undefined) return null
  const text = (name: string): string => textAt(said, name)
  return { yuan: text('yuan'), basis: text('basis'), confirmedBy: text('confirmedBy'), confirmedOn: text('confirmedOn') }
}

/** A problem with all that was done about it; null while the visit that raised it is not here. */
export function getProblem(world: World, id: string): Detail | null {
  const row = getProblemRow(world.db, id)
  const course = row === null ? null : courseDetail(world, PROBLEM, id)
  if (row === null || course === null) return null
  const visit = getRecord(world.db, row.visit)?.doc ?? {}
  const asking = ruleDays(world, 'followUp')
  return {
    summary: summaryOf(world, row, asking?.days ?? null),
    problem: (problemsIn(visit).find((found) => found.id === id) ?? {}) as Detail['problem'],
    prescriptions: prescriptionsFor(visit, id) as Detail['prescriptions'],
    course: { ...course, next: course.next.filter(({ step }) => isOfferedStep(course, step)) },
    benefit: benefitOf(world, id),
    rule: asking === null ? null : { name: { zh: asking.rule.zh, en: asking.rule.en }, days: asking.days, source: asking.rule.source },
  }
}
