import type { z } from 'zod'
import { getCaseRow } from '#db/aftercare/case-queries'
import { getRecord } from '#db/kernel/records'
import { AFTERCARE } from '#shared/aftercare/aftercare-case'
import type { aftercareContract, CaseClock } from '#shared/aftercare/aftercare-contract'
import { caseClocks } from '#shared/aftercare/case-clocks'
import { CaseStep } from '#shared/aftercare/case-step'
import { type ClockLaw, clockDays } from '#shared/aftercare/clock-days'
import { missingSteps } from '#shared/aftercare/closing'
import { finalVerdict } from '#shared/aftercare/final-verdict'
import { isOffered } from '#shared/aftercare/offered-steps'
import { showClock, showFrozen } from '#shared/aftercare/show-clock'
import { type Course, lastOf } from '#shared/kernel/procedure'
import { courseOf } from '../kernel/course.ts'
import { courseDetail } from '../kernel/course-detail.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { clockLaw } from './clock-law.ts'

type CaseDetail = z.output<(typeof aftercareContract)['aftercare.getCase']['output']>

/** Of a closed case the clocks of its closing; of an open one as they stand today. */
function clocksOf(course: Course, law: ClockLaw, today: string): CaseClock[] {
  const closed = CaseStep.safeParse(lastOf(course, 'close')?.doc)
  if (closed.success && closed.data.step === 'close')
    return closed.data.clocks.map((frozen) => showFrozen(frozen, clockDays(law, frozen.rule, frozen.from)))
  return caseClocks(course).map((clock) => showClock(clock, clockDays(law, clock.rule, clock.from), today))
}

/** Everything about one case; null when it is not here, or void. */
export function caseDetail(world: World, id: string): CaseDetail {
  const [summary, record, detail] = [getCaseRow(world.db, id), getRecord(world.db, id), courseDetail(world, AFTERCARE, id)]
  if (summary === null || record === null || detail === null) return null
  const course = courseOf(world, AFTERCARE, id)
  if (lastOf(course, 'open') === undefined) return null
  return {
    summary: { ...summary, states: { ...summary.states } },
    doc: record.doc as NonNullable<CaseDetail>['doc'],
    course: { ...detail, next: detail.open ? detail.next.filter(({ step }) => isOffered(course, step)) : [] },
    clocks: clocksOf(course, clockLaw(world), dayOf(world)),
    missing: [...missingSteps(course)],
    verdict: finalVerdict(course),
  }
}
