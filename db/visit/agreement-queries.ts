import { textAt } from '#shared/kernel/kind'
import { STANDING } from '#shared/kernel/measure'
import type { RecordState } from '#shared/kernel/record-contract'
import type { OtherAgreement } from '#shared/visit/agreement-decide'
import type { AgreementDoctor } from '#shared/visit/agreement-doctor'
import { listMembers } from '../enterprise/identities.ts'
import type { ReadDb } from '../kernel/database.ts'
import { allOf, keyOf, nextOf, SHOWN, searchRecords, type Where } from '../kernel/search-where.ts'
import type { Term } from './agreement-visits.ts'

/** An agreement as lists show it. */
export interface AgreementRow extends Term {
  readonly no: string
  readonly name: string
  readonly region: string
  readonly signed: string
  readonly ended: string
  readonly interval: number
  readonly state: RecordState
  readonly demo: number
  readonly open: number
}

const AGREEMENT = `a.rid, a.enterprise, a.signed, a.first, a.last, a.ended, a.interval, r.no, r.title AS name, r.region, r.state, r.demo,
  r.conflicts <> '[]' AS open FROM agreements a JOIN records r ON r.rid = a.rid AND ${SHOWN}`

export const getAgreementRow = (db: ReadDb, id: string): AgreementRow | null =>
  db.get<AgreementRow>(`SELECT ${AGREEMENT} WHERE a.rid = ?`, id) ?? null

/** Doctors of an agreement in the order in which they were written. */
export const listDoctorsOf = (db: ReadDb, id: string): AgreementDoctor[] =>
  db
    .all<{ adviser: string; name: string }>('SELECT adviser, name FROM agreement_doctors WHERE rid = ? ORDER BY place', id)
    .map(({ adviser, name }) => ({ name, ...(adviser === '' ? {} : { adviserId: adviser }) }))

export interface AgreementFilter {
  /** `over` and `inForce` on this day; every one when left out. */
  readonly standing?: { readonly day: string; readonly over: boolean } | undefined
  readonly enterprise?: string | undefined
  readonly search: string
  /** Keyset: `<signed>~<id>`. */
  readonly after?: string | undefined
  readonly limit: number
}

function standingWhere({ standing }: AgreementFilter): Where[] {
  if (standing === undefined) return []
  const { day, over } = standing
  return [over ? { sql: 'a.last < ?', values: [day] } : { sql: 'a.last >= ? AND a.first <= ?', values: [day, day] }]
}

const ofEnterprise = (db: ReadDb, enterprise: string | undefined): Where[] =>
  enterprise === undefined
    ? []
    : [{ sql: 'a.enterprise IN (SELECT value FROM json_each(?))', values: [JSON.stringify(listMembers(db, enterprise))] }]

/** Agreements, the last signed first. */
export function listAgreementRows(db: ReadDb, filter: AgreementFilter) {
  const { sql, values } = allOf([
    { sql: '(a.signed, a.rid) < (?, ?)', values: keyOf(filter.after) },
    ...standingWhere(filter),
    ...ofEnterprise(db, filter.enterprise),
    ...searchRecords(filter.search),
  ])
  const rows = db.all<AgreementRow>(`SELECT ${AGREEMENT} WHERE ${sql} ORDER BY a.signed DESC, a.rid DESC LIMIT ?`, ...values, filter.limit)
  return { rows, next: nextOf(rows, filter.limit, ({ signed, rid }) => [signed, rid]) }
}

/** Every agreement that stands on a day, the one that ends first first: as many as stand are looked at. */
export const listStanding = (db: ReadDb, day: string): AgreementRow[] =>
  db.all<AgreementRow>(`SELECT ${AGREEMENT} WHERE a.last BETWEEN ? AND '${STANDING}' AND a.first <= ? ORDER BY a.last, a.rid`, day, day)

/** Agreements in force apart from the enterprises that have one, and those that are over. */
export const countAgreements = (db: ReadDb, day: string) => ({
  ...(db.get<{ inForce: number; enterprises: number }>(
    `SELECT count(*) AS inForce, count(DISTINCT COALESCE(i.identity, a.enterprise)) AS enterprises
     FROM agreements a LEFT JOIN enterprise_identities i ON i.rid = a.enterprise WHERE a.last BETWEEN ? AND '${STANDING}' AND a.first <= ?`,
    day,
    day,
  ) ?? { inForce: 0, enterprises: 0 }),
  over: db.get<{ n: number }>('SELECT count(*) AS n FROM agreements WHERE last < ?', day)?.n ?? 0,
})

/** The other agreements with an enterprise, under whichever entry of the directory. */
export function listOtherAgreements(db: ReadDb, enterprise: string, except: string): OtherAgreement[] {
  if (enterprise === '') return []
  const rows = db.all<{ id: string; no: string; first: string; last: string }>(
    `SELECT a.rid AS id, r.no, a.first, a.last FROM agreements a JOIN records r ON r.rid = a.rid AND ${SHOWN}
     WHERE a.enterprise IN (SELECT value FROM json_each(?)) AND a.rid <> ? ORDER BY a.first, a.rid LIMIT 200`,
    JSON.stringify(listMembers(db, enterprise)),
    except,
  )
  return rows.map((row) => ({ ...row, doctors: listDoctorsOf(db, row.id) }))
}

/** Another agreement that bears this number and is not void. */
export const getSameNumber = (db: ReadDb, no: string, except: string) =>
  db.get<{ id: string; enterprise: string }>(
    "SELECT rid AS id, title AS enterprise FROM records WHERE kind = 'serviceAgreement' AND no = ? AND rid <> ? AND state <> 'void' LIMIT 1",
    no,
    except,
  ) ?? null

/** The greatest running number under a prefix, over drafts and sealed records alike; 0 when there is none. */
export function lastAgreementNumber(db: ReadDb, prefix: string): number {
  const range = ['serviceAgreement', prefix, `${prefix}~`]
  const longest = 'ORDER BY length(no) DESC, no DESC LIMIT 1'
  const sealed = db.get<{ no: string }>(`SELECT no FROM records WHERE kind = ? AND no > ? AND no < ? ${longest}`, ...range)
  const drafted = db.get<{ no: string }>(
    `SELECT no FROM (SELECT doc ->> '$.no' AS no FROM drafts WHERE kind = ?) WHERE no > ? AND no < ? ${longest}`,
    ...range,
  )
  const running = (row: { no: string } | undefined): number => Number((row?.no ?? '').slice(prefix.length)) || 0
  return Math.max(running(sealed), running(drafted))
}

export interface DoctorRow {
  readonly id: string
  readonly name: string
  readonly org: string
  readonly until: string
}

const MANY = 1000

/** Who can be a doctor of an agreement: quality doctors and experts, by name. */
export const listDoctors = (db: ReadDb): DoctorRow[] =>
  db
    .all<{ id: string; name: string; until: string; doc: string }>(
      `SELECT a.rid AS id, a.name, a.until, r.doc FROM advisers a JOIN records r ON r.rid = a.rid AND ${SHOWN}
       WHERE a.role IN ('qualityDoctor', 'expert') ORDER BY a.plain, a.rid LIMIT ${String(MANY)}`,
    )
    .map(({ doc, ...row }) => ({ ...row, org: textAt(JSON.parse(doc), 'org') }))
