import type { ReadDb } from '../kernel/database.ts'
import { blob, hex } from '../kernel/lines.ts'

/** The line a record begins with. */
export function getRootLine(db: ReadDb, rid: string, device: string): string | null {
  const row = db.get<{ id: Buffer }>(
    `SELECT l.id FROM revisions r JOIN lines l ON l.id = r.line
     WHERE r.rid = ? AND r.device = ? AND json_array_length(l.bytes, '$.par') = 0 ORDER BY l.id LIMIT 1`,
    rid,
    device,
  )
  return row === undefined ? null : hex(row.id)
}

/** A batch of its author that carries a line, and the head before it in the stream. */
export interface Carrier {
  readonly head: string
  readonly device: string
  readonly created: string
  readonly prev: string
}

/** The first batch of a device's own that carries a line. */
export function getFirstCarrier(db: ReadDb, line: string, device: string): Carrier | null {
  const row = db.get<Omit<Carrier, 'head'> & { head: Buffer }>(
    `SELECT b.head, b.device, b.created, b.bytes ->> '$.prev' AS prev FROM batch_lines x JOIN batches b ON b.head = x.batch
     WHERE x.line = ? AND b.device = ? ORDER BY b.seq LIMIT 1`,
    blob(line),
    device,
  )
  return row === undefined ? null : { ...row, head: hex(row.head) }
}

export interface Witness {
  readonly device: string
  readonly at: string
}

/** Batches of others whose receipts stand before a line in the batch that carries it: its author had them when writing it. */
export const listPacksBefore = (db: ReadDb, head: string, line: string): Witness[] =>
  db.all(
    `SELECT found.device, found.created AS at FROM batch_lines x
       CROSS JOIN batch_lines y ON y.batch = x.batch AND y.pos < x.pos
       CROSS JOIN lines l ON l.id = y.line AND l.type = 'receipt'
       CROSS JOIN batches found ON found.head = unhex(l.bytes ->> '$.head')
     WHERE x.line = ? AND x.batch = ?`,
    blob(line),
    blob(head),
  )

/** Who confirmed a batch that carried a line, and when. */
export const listReceiptsFor = (db: ReadDb, line: string): Witness[] =>
  db.all('SELECT c.device, c.at FROM batch_lines x JOIN receipts c ON c.head = x.batch WHERE x.line = ?', blob(line))
