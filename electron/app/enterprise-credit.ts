import { listCasesOfCheck } from '#db/aftercare/case-queries'
import { listAbout, listCoursesAbout } from '#db/enterprise/portrait-queries'
import { listActs } from '#db/kernel/courses'
import { getRecord, getSummary } from '#db/kernel/records'
import { AFTERCARE } from '#shared/aftercare/aftercare-case'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import { rememberedDays } from '#shared/aftercare/clock-days'
import { finalVerdict } from '#shared/aftercare/final-verdict'
import { showClock } from '#shared/aftercare/show-clock'
import type { CreditFound } from '#shared/enterprise/credit'
import type { FailedCheck, RecordRef } from '#shared/enterprise/portrait-contract'
import { textAt } from '#shared/kernel/kind'
import type { Course } from '#shared/kernel/procedure'
import { itemRows } from '#shared/reference/item-rows'
import { SPOT_CHECK } from '#shared/spot-check/check-step'
import { listAt, PROBLEM } from '#shared/visit/problems-in'
import { clockLaw } from '../aftercare/clock-law.ts'
import { courseOf } from '../kernel/course.ts'
import { dayOf, type World } from '../kernel/world.ts'

const NAME_ONLY = { no: '', title: '' }

/** A record as something to open; its id alone where it has not arrived. */
export function refTo(world: World, id: string, kind = ''): RecordRef {
  const found = getSummary(world.db, id)
  return found === null ? { id, kind, ...NAME_ONLY } : { id, kind: found.kind, no: found.no, title: found.title }
}

/** A check with its conclusion, as it stands in the end: a retest or an objection may have changed it. */
export interface ConcludedCheck {
  readonly check: string
  readonly record: string
  readonly on: string
  readonly verdict: 'passed' | 'failed' | 'seriouslyFailed' | 'withdrawn'
}

const VERDICTS: Readonly<Record<string, ConcludedCheck['verdict']>> = {
  noNonconformityFound: 'passed',
  nonconforming: 'failed',
  seriouslyNonconforming: 'seriouslyFailed',
  withdrawn: 'withdrawn',
}

function verdictOf(world: World, check: string, judged: string): ConcludedCheck['verdict'] {
  const [opened] = listCasesOfCheck(world.db, check)
  const final = opened === undefined ? judged : finalVerdict(courseOf(world, AFTERCARE, opened)).final
  return VERDICTS[final] ?? 'withdrawn'
}

/** Every check of an enterprise that was judged. */
export function concludedChecks(world: World, identity: string): ConcludedCheck[] {
  return listCoursesAbout(world.db, identity, SPOT_CHECK, ['samplingSheet'])
    .filter(({ main }) => main === 'noFail' || main === 'fail')
    .map(({ subject, record, day }) => {
      const judged = listActs(world.db, subject).find(({ step }) => step === 'judge')
      const verdict = verdictOf(world, subject, textAt(judged?.doc, 'verdict'))
      return { check: subject, record, on: (judged?.on ?? day).slice(0, 10), verdict }
    })
}

const CHECK_KEYS = { passed: 'passedCheck', failed: 'failedCheck', seriouslyFailed: 'seriousCheck' } as const

function checkEvents(world: World, identity: string): CreditFound[] {
  return concludedChecks(world, identity).flatMap(({ verdict, on, record }) =>
    verdict === 'withdrawn' ? [] : [{ key: CHECK_KEYS[verdict], on, record: refTo(world, record) }],
  )
}

/** 逾期不改正, or a recheck that failed again. */
const isUnrectified = ({ step, doc }: Course['taken'][number]): boolean =>
  step === 'notRectified' || (step === 'recheck' && textAt(doc, 'result') !== 'passed')

/** Clocks of the enterprise's own duties; those of the bureau are not its fault. */
const OWN_CLOCKS = ['rectification']

function caseEvents(world: World, identity: string): CreditFound[] {
  const [days, today] = [rememberedDays(clockLaw(world)), dayOf(world)]
  return listCoursesAbout(world.db, identity, AFTERCARE, ['aftercareCase']).flatMap(({ subject }) => {
    const course = courseOf(world, AFTERCARE, subject)
    const record = refTo(world, subject)
    const unrectified = course.taken
      .filter(isUnrectified)
      .map(({ on }): CreditFound => ({ key: 'notRectified', on: on.slice(0, 10), record }))
    const overdue = aftercareProcedure
      .clocks(course, subject)
      .filter(({ rule }) => OWN_CLOCKS.includes(rule))
      .map((clock) => showClock(clock, days(clock.rule, clock.from), today))
      .filter(({ standing }) => standing === 'overdue')
      .map(({ due }): CreditFound => ({ key: 'caseOverdue', on: (due ?? today).slice(0, 10), record }))
    return [...unrectified, ...overdue]
  })
}

const solvedEvents = (world: World, identity: string): CreditFound[] =>
  listCoursesAbout(world.db, identity, PROBLEM, ['visit'])
    .filter(({ main }) => main === 'solved')
    .map(({ day, record }) => ({ key: 'problemSolved', on: day.slice(0, 10), record: refTo(world, record) }))

const LOST = ['suspended', 'withdrawn']

function certificateEvents(world: World, identity: string): CreditFound[] {
  const today = dayOf(world)
  return listAbout(world.db, identity, ['certificate']).flatMap(({ id, kind, no, title, doc, on }): CreditFound[] => {
    const record = { id, kind, no, title }
    if (LOST.includes(textAt(doc, 'status'))) return [{ key: 'certificateLost', on, record }]
    const holds = textAt(doc, 'status') === 'valid' && textAt(doc, 'expiresOn') >= today
    return holds ? [{ key: 'certificate', on, until: textAt(doc, 'expiresOn'), record }] : []
  })
}

/** Everything other features' records say that bears on the grade. Problems found on a visit take no points: help is not punished. */
export const creditEvents = (world: World, identity: string): readonly CreditFound[] => [
  ...checkEvents(world, identity),
  ...caseEvents(world, identity),
  ...solvedEvents(world, identity),
  ...certificateEvents(world, identity),
]

/** What failed, as the laboratory reported it. */
function failedItems(world: World, check: string): string[] {
  const report = listActs(world.db, check).findLast(({ step }) => step === 'report')
  return itemRows(listAt(report?.doc ?? {}, 'items') as never)
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ name, result, limit }) => `${name ?? ''} ${result ?? ''} (${limit})`.trim())
}

/** The failed batches that stand, each with what failed. */
export function failedChecks(world: World, identity: string): FailedCheck[] {
  return concludedChecks(world, identity)
    .filter(({ verdict }) => verdict === 'failed' || verdict === 'seriouslyFailed')
    .map(({ check, record, on, verdict }) => {
      const sheet = getRecord(world.db, record)?.doc
      return {
        record: refTo(world, record),
        on,
        product: [textAt(sheet, 'product', 'name'), textAt(sheet, 'product', 'model')].filter((part) => part !== '').join(' '),
        items: failedItems(world, check),
        serious: verdict === 'seriouslyFailed',
      }
    })
}
