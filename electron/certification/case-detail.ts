import type { z } from 'zod'
import { getCertificationCase } from '#db/certification/case-queries'
import { listCertificatesOfCase } from '#db/certification/certificate-queries'
import { getRecord } from '#db/kernel/records'
import { CERTIFICATION } from '#shared/certification/certification-case'
import type { CertificationClock, certificationContract } from '#shared/certification/certification-contract'
import { certificationProcedure } from '#shared/certification/certification-procedure'
import { stageOf } from '#shared/certification/stages'
import { type Course, lastOf, type StartedClock } from '#shared/kernel/procedure'
import { courseOf } from '../kernel/course.ts'
import { courseDetail } from '../kernel/course-detail.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { type CertificationRule, daysBetween, dueOf, ruleOn } from './certification-law.ts'
import { caseSummary, certificateSummary } from './certification-summaries.ts'
import { listBegun } from './gate-view.ts'

type CaseDetail = z.output<(typeof certificationContract)['certification.getCase']['output']>

function showClock(world: World, { rule: key, about, from, endedOn }: StartedClock): CertificationClock[] {
  const rule = ruleOn(world, key, from)
  if (rule === null) return []
  const due = dueOf(world, key as CertificationRule, from)
  const daysLeft = due === null || endedOn !== null ? null : daysBetween(dayOf(world), due)
  const name = { zh: rule.zh, en: rule.en }
  const stage = stageOf(about)?.name ?? { zh: about, en: about }
  return [{ rule: key, name, article: rule.article, source: rule.source, about: stage, started: from, due, endedOn, daysLeft }]
}

/** Running clocks, and of those that ended the surveillance audits; how long each stage took stands with the steps. */
const clocksOf = (world: World, course: Course, id: string): CertificationClock[] =>
  certificationProcedure
    .clocks(course, id)
    .filter(({ rule, endedOn }) => rule !== 'stage' && (endedOn === null || rule === 'surveillance'))
    .flatMap((clock) => showClock(world, clock))

/** While a case rests nothing is offered but to go on or to end it. */
const WHILE_RESTING = ['resume', 'abandon', 'fail']

/** Everything about one case; null when it is not here, or void. */
export function caseDetail(world: World, id: string): CaseDetail {
  const [row, record, detail] = [getCertificationCase(world.db, id), getRecord(world.db, id), courseDetail(world, CERTIFICATION, id)]
  if (row === null || record === null || detail === null) return null
  const course = courseOf(world, CERTIFICATION, id)
  if (lastOf(course, 'open') === undefined) return null
  const summary = caseSummary(world, row, listBegun(world))
  const offered = summary.suspended ? detail.next.filter(({ step }) => WHILE_RESTING.includes(step)) : detail.next
  return {
    summary,
    doc: record.doc as NonNullable<CaseDetail>['doc'],
    course: { ...detail, next: detail.open ? offered : [] },
    certificates: listCertificatesOfCase(world.db, id).map((certificate) => certificateSummary(world, certificate)),
    clocks: clocksOf(world, course, id),
  }
}
