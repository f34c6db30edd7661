import { createHash } from 'node:crypto'
import type { Line } from '#shared/kernel/line'
import type { ReadDb, WriteDb } from './database.ts'

export const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const blob = (hexText: string): Buffer => Buffer.from(hexText, 'hex')

export interface StoredLine {
  readonly seq: number
  readonly id: string
  readonly line: Line
}

interface Row {
  readonly seq: number
  readonly id: Buffer
  readonly bytes: string
}

const toStored = (row: Row): StoredLine => ({ seq: row.seq, id: hex(row.id), line: JSON.parse(row.bytes) as Line })

/** Keeps a line under its sha256. Answers its id, and whether it was not here before. */
export function insertLine(
  db: WriteDb,
  bytes: string,
  type: Line['t'],
  batch: string | null,
): { readonly id: string; readonly fresh: boolean } {
  const id = sha256(bytes)
  const { changes } = db.run(
    'INSERT INTO lines (id, type, bytes, batch) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    id,
    type,
    bytes,
    batch === null ? null : blob(batch),
  )
  return { id: hex(id), fresh: changes === 1 }
}

export function getLineBytes(db: ReadDb, id: string): string | null {
  return db.get<{ bytes: string }>('SELECT bytes FROM lines WHERE id = ?', blob(id))?.bytes ?? null
}

function* eachRow(db: ReadDb): Generator<Row> {
  let rows: Row[] = []
  do {
    rows = db.all<Row>('SELECT seq, id, bytes FROM lines WHERE seq > ? ORDER BY seq LIMIT 500', rows.at(-1)?.seq ?? 0)
    yield* rows
  } while (rows.length > 0)
}

/** Every line in order of arrival, a page at a time: memory stays flat however long the log is, and writing in between is allowed. */
export function* eachLine(db: ReadDb): Generator<StoredLine> {
  for (const row of eachRow(db)) yield toStored(row)
}

/** Recomputes the name of every line; what does not match was altered outside the program or by the disk. */
export function* damagedLines(db: ReadDb): Generator<string> {
  for (const row of eachRow(db)) if (!sha256(row.bytes).equals(row.id)) yield hex(row.id)
}
