import { listMembers } from '../enterprise/identities.ts'
import type { ReadDb, Value } from '../kernel/database.ts'
import { SHOWN } from '../kernel/search-where.ts'

/** What of an agreement decides which visits are its own. */
export interface Term {
  readonly rid: string
  readonly enterprise: string
  readonly first: string
  readonly last: string
}

/**
 * The visits of an agreement: those that name it, and within its term those that one of its doctors made to the enterprise, under
 * whichever entry of the directory. A doctor is known by the list of people where both name it, else by name.
 */
const VISITS = `
  SELECT rid, day, 1 AS named FROM agreement_visits WHERE agreement = ?
  UNION
  SELECT v.rid, v.day, 0 FROM agreement_visits v JOIN agreement_doctors d ON d.rid = ?
    AND CASE WHEN d.adviser <> '' AND v.adviser <> '' THEN d.adviser = v.adviser ELSE d.plain = v.plain END
  WHERE v.enterprise IN (SELECT value FROM json_each(?)) AND v.day BETWEEN ? AND ?`

const valuesOf = (db: ReadDb, { rid, enterprise, first, last }: Term): Value[] => {
  const members = enterprise === '' ? [] : listMembers(db, enterprise)
  return [rid, rid, JSON.stringify(members), first, last]
}

/** The last day on which it was kept; null when it never was. */
export const getLastVisit = (db: ReadDb, term: Term): string | null =>
  db.get<{ day: string | null }>(`SELECT max(day) AS day FROM (${VISITS})`, ...valuesOf(db, term))?.day ?? null

export interface VisitRow {
  readonly rid: string
  readonly no: string
  readonly day: string
  readonly named: number
  readonly doc: string
}

const MANY = 100

/** Its visits, the newest first. */
export const listVisitsOfAgreement = (db: ReadDb, term: Term): VisitRow[] =>
  db.all<VisitRow>(
    `SELECT found.rid, found.day, max(found.named) AS named, r.no, r.doc
     FROM (${VISITS}) found JOIN records r ON r.rid = found.rid AND ${SHOWN}
     GROUP BY found.rid ORDER BY found.day DESC, found.rid DESC LIMIT ${String(MANY)}`,
    ...valuesOf(db, term),
  )
