import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import type { z } from 'zod'
import { getRecord } from '#db/kernel/records'
import {
  type AgreementRow,
  countAgreements,
  getAgreementRow,
  listAgreementRows,
  listDoctorsOf,
  listStanding,
} from '#db/visit/agreement-queries'
import { getLastVisit, listVisitsOfAgreement } from '#db/visit/agreement-visits'
import { textAt } from '#shared/kernel/kind'
import { normalizeSearch, searchTerms } from '#shared/kernel/search-text'
import type { AgreementSummary, agreementContract } from '#shared/visit/agreement-contract'
import { nextVisitBy, statusOf } from '#shared/visit/agreement-status'
import { listAt } from '#shared/visit/problems-in'
import { dayOf, type World } from '../kernel/world.ts'
import { daysOfRule } from '../reference/days-of-rule.ts'

type Asked<N extends keyof typeof agreementContract> = z.output<(typeof agreementContract)[N]['input']>
type Given<N extends keyof typeof agreementContract> = z.output<(typeof agreementContract)[N]['output']>

const daysBetween = (from: string, to: string): number => differenceInCalendarDays(parseISO(to), parseISO(from))

/** Where an agreement stands today: its status, its last visit, and until when the next one was promised. */
export function summaryOf(world: World, row: AgreementRow): AgreementSummary {
  const today = dayOf(world)
  const { rid: id, enterprise: enterpriseId, name: enterprise, first, last, ended, signed, interval, demo, open, ...rest } = row
  const term = { validFrom: first, validTo: last, ...(ended === '' ? {} : { endedOn: ended }) }
  const status = statusOf(term, today)
  const lastVisit = getLastVisit(world.db, row)
  const by = nextVisitBy(term, interval, lastVisit)
  const owed = status === 'inForce' && by <= last
  const reminder = daysOfRule(world, 'agreementEnding')
  const soon = status === 'inForce' && reminder !== null && daysBetween(today, last) <= reminder
  return {
    ...rest,
    id,
    enterpriseId,
    enterprise,
    doctors: listDoctorsOf(world.db, id).map((doctor) => doctor.name),
    signedOn: signed,
    validFrom: first,
    lastDay: last,
    intervalDays: interval,
    status,
    endsIn: soon ? daysBetween(today, last) : null,
    lastVisit,
    visitBy: owed ? by : null,
    late: owed ? daysBetween(by, today) : null,
    demo: demo === 1,
    conflict: open === 1,
  }
}

/** Agreements in force with where they stand; as many as stand are looked at. */
export const standingAgreements = (world: World): AgreementSummary[] =>
  listStanding(world.db, dayOf(world)).map((row) => summaryOf(world, row))

export const isIdle = ({ late }: AgreementSummary): boolean => late !== null && late > 0
export const isEnding = ({ endsIn }: AgreementSummary): boolean => endsIn !== null

const found =
  (search: string) =>
  ({ no, enterprise, doctors }: AgreementSummary): boolean =>
    searchTerms(search).every((term) => normalizeSearch([no, enterprise, ...doctors].join(' ')).includes(term))

/** What presses: idle ones by the promise that was broken first, ending ones by their last day. */
function pressing(standing: readonly AgreementSummary[], { show, search, limit }: Asked<'agreement.list'>): AgreementSummary[] {
  const wanted = standing.filter(show === 'idle' ? isIdle : isEnding).filter(found(search))
  const by = ({ visitBy, lastDay }: AgreementSummary): string => (show === 'idle' ? (visitBy ?? '') : lastDay)
  return wanted.toSorted((a, b) => by(a).localeCompare(by(b)) || a.id.localeCompare(b.id)).slice(0, limit)
}

export function listAgreements(world: World, asked: Asked<'agreement.list'>): Given<'agreement.list'> {
  const standing = standingAgreements(world)
  const counts = {
    ...countAgreements(world.db, dayOf(world)),
    idle: standing.filter(isIdle).length,
    ending: standing.filter(isEnding).length,
  }
  const { show, ...filter } = asked
  if (show === 'idle' || show === 'ending') return { items: pressing(standing, asked), counts, next: null }
  const { rows, next } = listAgreementRows(world.db, {
    ...filter,
    ...(show === 'all' ? {} : { standing: { day: dayOf(world), over: show === 'over' } }),
  })
  return { items: rows.map((row) => summaryOf(world, row)), counts, next }
}

const helpersIn = (doc: string): string[] =>
  listAt(JSON.parse(doc) as { readonly [key: string]: unknown }, 'helpers').map((helper) => textAt(helper, 'name'))

export function getAgreement(world: World, id: string): Given<'agreement.get'> {
  const [row, record] = [getAgreementRow(world.db, id), getRecord(world.db, id)]
  if (row === null || record === null) return null
  const visits = listVisitsOfAgreement(world.db, row).map(({ rid, no, day, named, doc }) => ({
    id: rid,
    no,
    on: day,
    doctors: helpersIn(doc),
    named: named === 1,
  }))
  return { summary: summaryOf(world, row), doc: record.doc as never, visits }
}
