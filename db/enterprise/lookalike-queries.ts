import type { Comparable } from '#shared/enterprise/lookalike'
import type { ReadDb } from '../kernel/database.ts'

/** An entry as it is compared; `speaks` when no other entry speaks for it, `away` when a merge took it away. */
export interface ComparedRow extends Comparable {
  readonly contact: string
  readonly legalRepresentative: string
  readonly identity: string
  readonly away: boolean
}

type Row = Omit<ComparedRow, 'away'> & { readonly away: number }
const toCompared = (row: Row): ComparedRow => ({ ...row, away: row.away === 1 })

const COMPARED = `e.rid AS id, e.name, e.uscc, e.region, e.address, e.phone, e.contact, e.legal_representative AS legalRepresentative,
  i.identity, EXISTS (SELECT 1 FROM enterprise_merges m WHERE m.away = e.rid) AS away`

export function getCompared(db: ReadDb, rid: string): ComparedRow | null {
  const row = db.get<Row>(`SELECT ${COMPARED} FROM enterprises e JOIN enterprise_identities i ON i.rid = e.rid WHERE e.rid = ?`, rid)
  return row === undefined ? null : toCompared(row)
}

/** The beginning or the end of a name that so many share tells nothing. */
const MOST_SHARING = 1000
const PART_OF_NAME = '6'

const tellsNothing = (db: ReadDb, key: string): boolean =>
  key >= PART_OF_NAME && (db.get<{ n: number }>('SELECT count(*) AS n FROM enterprise_keys WHERE key = ?', key)?.n ?? 0) > MOST_SHARING

/** Every entry that has a key; none where it is shared by too many to tell anything. */
export const listByKey = (db: ReadDb, key: string): ComparedRow[] => (tellsNothing(db, key) ? [] : readByKey(db, key)).map(toCompared)

const readByKey = (db: ReadDb, key: string): Row[] =>
  db.all<Row>(
    `SELECT ${COMPARED} FROM enterprise_keys k JOIN enterprises e ON e.rid = k.rid JOIN enterprise_identities i ON i.rid = e.rid
       WHERE k.key = ? ORDER BY e.rid`,
    key,
  )

/** Keys that several entries share, in order, after one. */
export const listSharedKeys = (db: ReadDb, after: string, limit: number): string[] =>
  db
    .all<{ key: string }>(
      'SELECT key FROM enterprise_keys WHERE key > ? GROUP BY key HAVING count(*) > 1 ORDER BY key LIMIT ?',
      after,
      limit,
    )
    .map(({ key }) => key)

/** How many records name an entry; who added it, and when. */
export function factsOfEntry(
  db: ReadDb,
  rid: string,
): { readonly records: number; readonly by: string; readonly at: string; readonly demo: boolean } {
  const counted = db.get<{ n: number }>('SELECT count(*) AS n FROM mentions WHERE enterprise = ?', rid)?.n ?? 0
  const added = db.get<{ by: string; at: string; demo: number }>(
    'SELECT by, at, demo FROM records WHERE rid = ? ORDER BY device LIMIT 1',
    rid,
  )
  return { records: counted, by: added?.by ?? '', at: added?.at ?? '', demo: added?.demo === 1 }
}
