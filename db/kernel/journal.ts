import type { ReadDb, WriteDb } from './database.ts'
import { blob, hex, sha256 } from './lines.ts'

/** chain_n = sha256(chain_{n-1} || line id_n); the chain before the first line is 32 zero bytes. */
export const CHAIN_START = Buffer.alloc(32)

export interface JournalPosition {
  readonly seq: number
  readonly chain: string
}

export function journalEnd(db: ReadDb): JournalPosition {
  const row = db.get<{ seq: number; chain: Buffer }>('SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1')
  return row === undefined ? { seq: 0, chain: hex(CHAIN_START) } : { seq: row.seq, chain: hex(row.chain) }
}

/** The chain at a position; null beyond the end. */
export function getChainAt(db: ReadDb, seq: number): string | null {
  if (seq === 0) return hex(CHAIN_START)
  const row = db.get<{ chain: Buffer }>('SELECT chain FROM journal WHERE seq = ?', seq)
  return row === undefined ? null : hex(row.chain)
}

/** Binds one more line of this device to everything it wrote before. */
export function appendJournal(db: WriteDb, lineId: string): JournalPosition {
  const chain = sha256(Buffer.concat([blob(journalEnd(db).chain), blob(lineId)]))
  const { lastInsertRowid } = db.run('INSERT INTO journal (line, chain) VALUES (?, ?)', blob(lineId), chain)
  return { seq: Number(lastInsertRowid), chain: hex(chain) }
}

export interface JournalLine extends JournalPosition {
  readonly id: string
  readonly type: string
  readonly bytes: string
}

/** This device's lines after a position, in order, at most `limit`. */
export function listJournalLines(db: ReadDb, after: number, limit: number): JournalLine[] {
  return db
    .all<{ seq: number; chain: Buffer; id: Buffer; type: string; bytes: string }>(
      'SELECT j.seq, j.chain, l.id, l.type, l.bytes FROM journal j JOIN lines l ON l.id = j.line WHERE j.seq > ? ORDER BY j.seq LIMIT ?',
      after,
      limit,
    )
    .map((row) => ({ ...row, id: hex(row.id), chain: hex(row.chain) }))
}

/** The first position whose chain does not follow from the one before; null when the journal is whole. */
export function brokenJournalAt(db: ReadDb): number | null {
  let before: Buffer = CHAIN_START
  let expected = 1
  for (const row of db.each<{ seq: number; line: Buffer; chain: Buffer }>('SELECT seq, line, chain FROM journal ORDER BY seq')) {
    const chain = sha256(Buffer.concat([before, row.line]))
    if (row.seq !== expected || !chain.equals(row.chain)) return row.seq
    before = row.chain
    expected += 1
  }
  return null
}
