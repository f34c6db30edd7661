import { identityOf } from '#db/enterprise/identities'
import { listAbout, sumMeasures } from '#db/enterprise/portrait-queries'
import { type CreditFound, creditOf } from '#shared/enterprise/credit'
import { creditEventKind } from '#shared/enterprise/credit-event'
import type { Credit, DoorCard, Portrait, RecordRef } from '#shared/enterprise/portrait-contract'
import { textAt } from '#shared/kernel/kind'
import type { CreditKey } from '#shared/reference/credit-weight'
import { plusDays } from '#shared/reference/working-calendar'
import { dayOf, type World } from '../kernel/world.ts'
import { getCreditWeights } from '../reference/reference-data.ts'
import type { EnterpriseParts } from './parts.ts'

const EVENT = creditEventKind.name
/** What a person wrote down bears on the grade under the name of its type; `other` is only noted. */
const KEYS: Readonly<Record<string, CreditKey>> = {
  complaint: 'complaint',
  honour: 'honour',
  penalty: 'penalty',
  incident: 'incident',
  commitment: 'commitment',
}

type About = ReturnType<typeof listAbout>[number]
export const refOf = ({ id, kind, no, title }: RecordRef): RecordRef => ({ id, kind, no, title })

function writtenDown(events: readonly About[]): CreditFound[] {
  return events.flatMap((event) => {
    const key = KEYS[textAt(event.doc, 'type')]
    const until = textAt(event.doc, 'validTo') || undefined
    return key === undefined ? [] : [{ key, on: event.on, until, record: refOf(event) }]
  })
}

/** The grade of an enterprise, with everything it was added up from. */
export function creditOfEnterprise(world: World, parts: EnterpriseParts, id: string): Credit {
  const identity = identityOf(world.db, id)
  const found = [...writtenDown(listAbout(world.db, identity, [EVENT])), ...parts.credit(world, identity)]
  return creditOf(found, getCreditWeights(world), dayOf(world))
}

/** What is counted and held of an enterprise. */
export function portraitOf(world: World, parts: EnterpriseParts, id: string): Portrait {
  const identity = identityOf(world.db, id)
  const sums = sumMeasures(world.db, identity)
  const sum = (name: string): number => sums.get(name) ?? 0
  const events = listAbout(world.db, identity, [EVENT])
  const count = (type: string): number => events.filter(({ doc }) => textAt(doc, 'type') === type).length
  return {
    visits: sum('visit'),
    lastVisit: parts.lastVisit(world, identity).lastVisit?.on ?? null,
    trainedManagers: sum('trainedManager'),
    trainedWorkers: sum('trainedWorker'),
    problems: { raised: sum('problemRaised'), solved: sum('problemSolved'), open: parts.problems(world, identity).length },
    benefitFen: sum('benefit'),
    nqiServices: sum('nqiService'),
    labUses: sum('labUse'),
    labSavedFen: sum('labSaved'),
    checks: parts.checks(world, identity),
    cases: { open: parts.cases(world, identity).length, closed: parts.closedCases(world, identity) },
    certificates: [...parts.certificates(world, identity)],
    agreement: parts.agreement(world, identity),
    complaints: count('complaint'),
    honours: count('honour'),
  }
}

/** A certificate is told at the door this long before it expires; one that has, always. */
const SOON_DAYS = 180
const AHEAD_DAYS = 60
const MOST = 12
const COMPLAINTS = ['complaint', 'incident', 'penalty']

/** What to know before the next visit, on one screen. */
export function doorCardOf(world: World, parts: EnterpriseParts, id: string): DoorCard {
  const identity = identityOf(world.db, id)
  const today = dayOf(world)
  const work = parts.work(world, { today, until: plusDays(today, AHEAD_DAYS), enterpriseId: identity, limit: MOST })
  const events = listAbout(world.db, identity, [EVENT]).filter(({ doc }) => COMPLAINTS.includes(textAt(doc, 'type')))
  return {
    on: today,
    ...parts.lastVisit(world, identity),
    agreement: parts.agreement(world, identity),
    problems: parts.problems(world, identity).slice(0, MOST),
    due: [...work],
    certificates: parts.certificates(world, identity).filter(({ daysLeft }) => daysLeft <= SOON_DAYS),
    cases: [...parts.cases(world, identity)],
    failed: parts.failed(world, identity).slice(0, MOST),
    complaints: events.slice(0, MOST).map((event) => ({
      record: refOf(event),
      on: event.on,
      said: [textAt(event.doc, 'title'), textAt(event.doc, 'outcome')].filter((part) => part !== '').join(' → '),
    })),
  }
}
