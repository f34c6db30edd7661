import type { ReadDb } from '../kernel/database.ts'

interface MissingRow {
  readonly rid: string
  /** Files that it names and whose original never came to this device. */
  readonly n: number
}

const MISSING = 'FROM record_files f WHERE NOT EXISTS (SELECT 1 FROM attachments a WHERE a.sha256 = f.sha256)'

/** Records that name files whose original never came to this device, in the order of their ids. */
export const listMissingFiles = (db: ReadDb, after: string, limit: number): MissingRow[] =>
  db.all(`SELECT f.rid, count(DISTINCT f.sha256) AS n ${MISSING} AND f.rid > ? GROUP BY f.rid ORDER BY f.rid LIMIT ?`, after, limit)

export const countRecordsMissingFiles = (db: ReadDb): number =>
  db.get<{ n: number }>(`SELECT count(DISTINCT f.rid) AS n ${MISSING}`)?.n ?? 0
