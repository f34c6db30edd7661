import { searchTokens } from '#shared/kernel/search-text'
import type { ReadDb, WriteDb } from './database.ts'
import { getSetting, putSetting } from './settings.ts'

/**
 * The index of pairs of characters, filled behind an import: building it takes longer than all other rows together. Every record up to
 * the mark is in it; what lies behind the mark is found by looking at each text until its turn has come.
 */
const MARK = 'search.indexedTo'

/** Records whose index may hold a match, as a subquery of their row numbers; takes the query of the index. What it finds is checked exactly. */
export const MATCHING = `(SELECT rowid FROM records_fts WHERE records_fts MATCH ?
  UNION ALL SELECT id FROM records WHERE id > (SELECT CAST(value AS INTEGER) FROM settings WHERE key = '${MARK}'))`

const markOf = (db: ReadDb): number => Number(getSetting(db, MARK) ?? 0)

const insert = (db: WriteDb, id: number, text: string): void =>
  void db.run('INSERT INTO records_fts (rowid, tokens) VALUES (?, ?)', id, searchTokens(text).join(' '))

/** Enters a new record: at once when nothing waits before it, else in its turn. */
export function indexRecord(db: WriteDb, id: number, text: string): void {
  const mark = markOf(db)
  if (id > mark + 1) return
  insert(db, id, text)
  if (id > mark) putSetting(db, MARK, String(id))
}

/** Of many new records, only those in the place of an old one are entered at once: the mark says that they are there. */
export function indexBelowMark(db: WriteDb, id: number, mark: number, text: string): void {
  if (id <= mark) insert(db, id, text)
}

export const searchMark = markOf

export function unindexRecord(db: WriteDb, id: number): void {
  if (id <= markOf(db)) db.run('DELETE FROM records_fts WHERE rowid = ?', id)
}

/** Starts over: nothing is in the index. */
export const forgetIndex = (db: WriteDb): void => putSetting(db, MARK, '0')

/** Enters the next records that wait; answers whether more do. Call it in a transaction, again and again, with other work in between. */
export function indexNext(db: WriteDb, limit: number): boolean {
  const rows = db.all<{ id: number; text: string }>('SELECT id, text FROM records WHERE id > ? ORDER BY id LIMIT ?', markOf(db), limit)
  for (const { id, text } of rows) insert(db, id, text)
  const last = rows.at(-1)
  if (last !== undefined) putSetting(db, MARK, String(last.id))
  return rows.length === limit
}
