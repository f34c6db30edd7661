import type { ReadDb } from '../kernel/database.ts'
import { identityOf } from './identities.ts'

export interface MemberRow {
  readonly id: string
  readonly name: string
  readonly uscc: string
  readonly region: string
  readonly here: boolean
}

type Row = Omit<MemberRow, 'here' | 'name' | 'uscc' | 'region'> & {
  readonly [K in 'name' | 'uscc' | 'region']: string | null
}

/** Every entry that is read as this enterprise, the one that speaks for it first. */
export function listMemberRows(db: ReadDb, rid: string): MemberRow[] {
  const identity = identityOf(db, rid)
  return db
    .all<Row>(
      `SELECT i.rid AS id, e.name, e.uscc, e.region FROM enterprise_identities i LEFT JOIN enterprises e ON e.rid = i.rid
       WHERE i.identity = ? ORDER BY i.rid <> ?, i.rid`,
      identity,
      identity,
    )
    .map(({ id, name, uscc, region }) => ({ id, name: name ?? '', uscc: uscc ?? '', region: region ?? '', here: name !== null }))
}

export interface MergeRow {
  readonly id: string
  readonly doc: string
  readonly by: string
  readonly device: string
}

/** The standing merges that merged an entry away. */
export const listMergesOf = (db: ReadDb, away: string): MergeRow[] =>
  db.all<MergeRow>(
    `SELECT m.rid AS id, r.doc, r.by, min(r.device) AS device FROM enterprise_merges m JOIN records r ON r.rid = m.rid
     WHERE m.away = ? GROUP BY m.rid ORDER BY m.rid`,
    away,
  )
