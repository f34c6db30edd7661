import type { RecordState } from '#shared/kernel/record-contract'
import type { ReadDb } from '../kernel/database.ts'
import { allOf, keyOf, nextOf, SHOWN, searchRecords, type Where } from '../kernel/search-where.ts'

type Doc = { readonly [key: string]: unknown }

/** A service or a use of a laboratory, with its document: there are as many as a page holds. */
export interface UseRow {
  readonly rid: string
  readonly day: string
  readonly state: RecordState
  readonly demo: number
  readonly open: number
  readonly doc: Doc
}

export interface UseFilter {
  readonly facility?: string | undefined
  readonly type?: string | undefined
  readonly show: 'all' | 'unsolved' | 'unconfirmed'
  readonly search: string
  /** Keyset: `<day>~<id>`. */
  readonly after?: string | undefined
  readonly limit: number
}

const OPEN = { all: [], unsolved: [{ sql: 'u.unsolved > 0', values: [] }], unconfirmed: [{ sql: 'u.unconfirmed > 0', values: [] }] }

/** Services and uses, the newest first; of a platform those of its stations too. */
export function listUseRows(db: ReadDb, { facility, type, show, search, after, limit }: UseFilter) {
  const parts: Where[] = [
    { sql: '(u.day, u.rid) < (?, ?)', values: keyOf(after) },
    ...OPEN[show],
    ...(facility === undefined
      ? []
      : [{ sql: 'u.facility IN (SELECT ? UNION SELECT rid FROM facilities WHERE platform = ?)', values: [facility, facility] }]),
    ...(type === undefined ? [] : [{ sql: 'u.type = ?', values: [type] }]),
    ...searchRecords(search),
  ]
  const { sql, values } = allOf(parts)
  const rows = db
    .all<Omit<UseRow, 'doc'> & { readonly doc: string }>(
      `SELECT u.rid, u.day, r.state, r.demo, r.conflicts <> '[]' AS open, r.doc
       FROM facility_uses u JOIN records r ON r.rid = u.rid AND ${SHOWN} WHERE ${sql} ORDER BY u.day DESC, u.rid DESC LIMIT ?`,
      ...values,
      limit,
    )
    .map((row): UseRow => ({ ...row, doc: JSON.parse(row.doc) as Doc }))
  return { rows, next: nextOf(rows, limit, ({ day, rid }) => [day, rid]) }
}

export interface ReferralRow {
  readonly rid: string
  readonly problem: string
  readonly day: string
  readonly waiting: number
  readonly doc: Doc
}

const MANY = 200

/** The problem was referred here last, and its course waits for the answer. */
const WAITS = `(c.states ->> '$.referral' = 'waiting' AND NOT EXISTS (
  SELECT 1 FROM facility_referrals l WHERE l.problem = f.problem AND (l.day, l.rid) > (f.day, f.rid)))`
const AT = 'f.facility IN (SELECT ? UNION SELECT rid FROM facilities WHERE platform = ?)'

/** Problems of visits that were referred to a place, those that wait for an answer first. */
export const listReferrals = (db: ReadDb, facility: string): ReferralRow[] =>
  db
    .all<Omit<ReferralRow, 'doc'> & { readonly doc: string }>(
      `SELECT f.rid, f.problem, f.day, COALESCE(${WAITS}, 0) AS waiting, r.doc
       FROM facility_referrals f JOIN records r ON r.rid = f.rid AND ${SHOWN} LEFT JOIN courses c ON c.subject = f.problem
       WHERE ${AT} ORDER BY waiting DESC, f.day DESC, f.rid DESC LIMIT ${String(MANY)}`,
      facility,
      facility,
    )
    .map((row): ReferralRow => ({ ...row, doc: JSON.parse(row.doc) as Doc }))

/** How many referrals wait for an answer at a place. */
export const countWaiting = (db: ReadDb, facility: string): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM facility_referrals f JOIN courses c ON c.subject = f.problem WHERE ${AT} AND ${WAITS}`,
    facility,
    facility,
  )?.n ?? 0
