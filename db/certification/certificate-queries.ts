import { listMembers } from '../enterprise/identities.ts'
import type { ReadDb, Value } from '../kernel/database.ts'
import { searchRecords } from '../kernel/search-where.ts'

export interface CertificateRow {
  readonly id: string
  readonly number: string
  readonly body: string
  readonly kind: string
  readonly enterprise: string
  readonly enterpriseName: string
  readonly case: string
  readonly caseNo: string
  readonly region: string
  readonly issued: string
  /** The day it was written down here, as claimed. */
  readonly recorded: string
  readonly expires: string
  readonly status: string
  readonly verification: string
  readonly demo: boolean
}

interface Row extends Omit<CertificateRow, 'demo'> {
  readonly demo: number
}
const toCertificate = (row: Row): CertificateRow => ({ ...row, demo: row.demo === 1 })

const CERTIFICATE = `f.rid AS id, f.number, f.body, f.kind, f.enterprise, r.title AS enterpriseName, f.case_id AS "case",
  COALESCE(a.no, '') AS caseNo, r.region, f.issued, substr(r.at, 1, 10) AS recorded, f.expires, f.status,
  f.verification, r.demo`
const FROM = `certificates f JOIN records r ON r.rid = f.rid AND r.device = (SELECT min(device) FROM records o WHERE o.rid = f.rid)
  LEFT JOIN certification_cases a ON a.rid = f.case_id`

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

export interface CertificateFilter {
  /** Of certificates that still hold, those that expire by this day. */
  readonly expiresBy?: string | undefined
  readonly unverified?: boolean | undefined
  readonly enterprise?: string | undefined
  readonly search: string
  /** Keyset: `<expires>~<id>` of the last one before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Certificates, the ones that expire first come first. */
export function listCertificates(db: ReadDb, asked: CertificateFilter): CertificateRow[] {
  const { expiresBy, unverified, enterprise, search, after, limit } = asked
  const members = enterprise === undefined ? [] : listMembers(db, enterprise)
  const parts: { readonly sql: string; readonly values: readonly Value[] }[] = [
    ...(expiresBy === undefined ? [] : [{ sql: "f.status IN ('valid', 'suspended') AND f.expires <= ?", values: [expiresBy] }]),
    ...(unverified === true ? [{ sql: "f.verification = 'unverified'", values: [] }] : []),
    ...(enterprise === undefined ? [] : [{ sql: `f.enterprise IN (${marks(members)})`, values: members }]),
    ...(after === undefined ? [] : [{ sql: '(f.expires, f.rid) > (?, ?)', values: (after.split('~') as Value[]).slice(0, 2) }]),
    ...searchRecords(search),
  ]
  const where = parts.length === 0 ? '' : `WHERE ${parts.map((part) => part.sql).join(' AND ')}`
  const sql = `SELECT ${CERTIFICATE} FROM ${FROM} ${where} ORDER BY f.expires, f.rid LIMIT ?`
  return db.all<Row>(sql, ...parts.flatMap(({ values }) => values), limit).map(toCertificate)
}

/** The certificates of a case in the order in which they were issued. */
export const listCertificatesOfCase = (db: ReadDb, id: string): CertificateRow[] =>
  db.all<Row>(`SELECT ${CERTIFICATE} FROM ${FROM} WHERE f.case_id = ? ORDER BY f.issued, f.rid`, id).map(toCertificate)

/** The same certificate of the same enterprise, recorded already. */
export function findCertificate(
  db: ReadDb,
  {
    number,
    body,
    enterprise,
    besides,
  }: { readonly number: string; readonly body: string; readonly enterprise: string; readonly besides: string },
): string | null {
  const members = listMembers(db, enterprise)
  const row = db.get<{ rid: string }>(
    `SELECT rid FROM certificates WHERE number = ? AND body = ? AND rid <> ? AND enterprise IN (${marks(members)}) ORDER BY rid LIMIT 1`,
    number,
    body,
    besides,
    ...members,
  )
  return row?.rid ?? null
}

const countOf = (db: ReadDb, where: string, ...values: Value[]): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM certificates ${where}`, ...values)?.n ?? 0

export const countCertificates = (db: ReadDb, expiresBy: string) => ({
  all: countOf(db, ''),
  expiring: countOf(db, "WHERE status IN ('valid', 'suspended') AND expires <= ?", expiresBy),
  unverified: countOf(db, "WHERE verification = 'unverified'"),
})
