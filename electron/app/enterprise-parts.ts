import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import { type AboutRow, listAbout, listCoursesAbout } from '#db/enterprise/portrait-queries'
import { getRecord } from '#db/kernel/records'
import { AFTERCARE } from '#shared/aftercare/aftercare-case'
import { KIND_NAMES, WORK_NAMES } from '#shared/app/kind-names'
import { CERTIFICATION } from '#shared/certification/certification-case'
import { CERTIFICATION_KIND_NAMES } from '#shared/certification/certification-names'
import type { DoorCard, HeldCertificate, OpenProblem, Portrait } from '#shared/enterprise/portrait-contract'
import type { Bilingual } from '#shared/kernel/bilingual'
import { textAt } from '#shared/kernel/kind'
import { SPOT_CHECK } from '#shared/spot-check/check-step'
import { isPending, PROBLEM_STATES } from '#shared/visit/problem-states'
import { listAt, PROBLEM, prescriptionsFor, problemsIn } from '#shared/visit/problems-in'
import type { EnterpriseParts } from '../enterprise/parts.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { concludedChecks, creditEvents, failedChecks, refTo } from './enterprise-credit.ts'
import { enterpriseTimeline } from './enterprise-timeline.ts'
import type { PortraitNames } from './portrait-paper-facts.ts'
import { sources } from './work-list.ts'

const daysFrom = (today: string, day: string): number => differenceInCalendarDays(parseISO(day), parseISO(today))

/** Problems that are still to be asked after, the ones due first. */
function openProblems(world: World, identity: string): OpenProblem[] {
  const pending = listCoursesAbout(world.db, identity, PROBLEM, ['visit']).filter(({ main }) => isPending(main))
  const found = pending.flatMap(({ subject, record, main }): OpenProblem[] => {
    const doc = getRecord(world.db, record)?.doc ?? {}
    const raised = problemsIn(doc).find(({ id }) => id === subject)
    if (raised === undefined) return []
    const prescribed = prescriptionsFor(doc, subject)
    const due =
      prescribed
        .map((one) => textAt(one, 'due'))
        .filter((day) => day !== '')
        .toSorted()[0] ?? null
    const said: Bilingual = (PROBLEM_STATES.main as Readonly<Record<string, Bilingual>>)[main] ?? { zh: main, en: main }
    const measure = prescribed.map((one) => textAt(one, 'measure')).join('; ')
    return [
      {
        id: subject,
        visit: record,
        on: textAt(doc, 'on'),
        description: textAt(raised, 'description'),
        measure,
        owner: textAt(prescribed[0], 'owner'),
        due,
        said,
      },
    ]
  })
  return found.toSorted((one, other) => (one.due ?? '~').localeCompare(other.due ?? '~') || one.on.localeCompare(other.on))
}

function certificateOf({ id, no, doc, on }: AboutRow, today: string): HeldCertificate {
  const expiresOn = textAt(doc, 'expiresOn')
  return {
    id,
    number: no,
    kind: textAt(doc, 'certificationKind'),
    body: textAt(doc, 'body'),
    issuedOn: on,
    expiresOn,
    status: textAt(doc, 'status'),
    verification: textAt(doc, 'verification'),
    daysLeft: daysFrom(today, expiresOn),
  }
}

function checksOf(world: World, identity: string): Portrait['checks'] {
  const verdicts = concludedChecks(world, identity).map(({ verdict }) => verdict)
  const failed = verdicts.filter((verdict) => verdict === 'failed' || verdict === 'seriouslyFailed').length
  const passed = verdicts.filter((verdict) => verdict === 'passed').length
  const sampled = listCoursesAbout(world.db, identity, SPOT_CHECK, ['samplingSheet']).length
  const notSampled = listAbout(world.db, identity, ['siteReport']).length
  return { concluded: failed + passed, passed, failed, running: sampled - verdicts.length, notSampled }
}

/** Cases that are open: after-care, and help towards a certificate. */
function openCases(world: World, identity: string): DoorCard['cases'] {
  const courses = [
    ...listCoursesAbout(world.db, identity, AFTERCARE, ['aftercareCase']),
    ...listCoursesAbout(world.db, identity, CERTIFICATION, ['certificationCase']),
  ]
  return courses
    .filter(({ open }) => open)
    .map(({ subject, procedure, main }) => ({
      record: refTo(world, subject),
      said: world.projections.procedures.get(procedure)?.tracks['main']?.states[main] ?? { zh: main, en: main },
    }))
}

const closedCases = (world: World, identity: string): number =>
  listCoursesAbout(world.db, identity, AFTERCARE, ['aftercareCase']).filter(({ open }) => !open).length

function agreementOf(world: World, identity: string): Portrait['agreement'] {
  const today = dayOf(world)
  const lastDay = (doc: AboutRow['doc']): string =>
    [textAt(doc, 'validTo'), textAt(doc, 'endedOn')].filter((day) => day !== '').toSorted()[0] ?? ''
  const standing = listAbout(world.db, identity, ['serviceAgreement']).find(
    ({ doc }) => textAt(doc, 'validFrom') <= today && today <= lastDay(doc),
  )
  return standing === undefined ? null : { id: standing.id, no: standing.no, validTo: lastDay(standing.doc) }
}

/** The last visit, who came, and how it found the three rules of the day, the week and the month. */
function lastVisitOf(world: World, identity: string): Pick<DoorCard, 'lastVisit' | 'controls'> {
  const [last] = listAbout(world.db, identity, ['visit'], 1)
  const carried = (control: string): string => textAt(last?.doc, 'controls', control, 'carried')
  const controls = { daily: carried('daily'), weekly: carried('weekly'), monthly: carried('monthly') }
  if (last === undefined) return { lastVisit: null, controls }
  const { id, kind, no, title, doc, on } = last
  const who = listAt(doc, 'helpers').map((helper) => textAt(helper, 'name'))
  return { lastVisit: { record: { id, kind, no, title }, on, who, summary: textAt(doc, 'summary') }, controls }
}

/** What the page of an enterprise asks of the features. */
export const enterpriseParts: EnterpriseParts = {
  timeline: enterpriseTimeline,
  credit: creditEvents,
  problems: openProblems,
  failed: failedChecks,
  checks: checksOf,
  cases: openCases,
  closedCases,
  certificates: (world, identity) => listAbout(world.db, identity, ['certificate']).map((row) => certificateOf(row, dayOf(world))),
  agreement: agreementOf,
  lastVisit: lastVisitOf,
  work: (world, asked) =>
    sources
      .flatMap((source) => source(world, asked))
      .map((item) => ({ ...item, daysLeft: daysFrom(asked.today, item.due) }))
      .toSorted((one, other) => one.due.localeCompare(other.due) || one.id.localeCompare(other.id))
      .slice(0, asked.limit),
}

const plain = (code: string): Bilingual => ({ zh: code, en: code })

/** What the papers of an enterprise call the kinds of records and of certificates. */
export const portraitNames: PortraitNames = {
  kind: (kind) => KIND_NAMES[kind] ?? plain(kind),
  work: (type) => WORK_NAMES[type],
  certification: (kind) => (CERTIFICATION_KIND_NAMES as Readonly<Record<string, Bilingual>>)[kind] ?? plain(kind),
}
