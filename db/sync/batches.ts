import type { BatchPosition } from '#shared/kernel/batch-head'
import type { BatchRow } from '#shared/sync/sync-contract'
import type { ReadDb, WriteDb } from '../kernel/database.ts'
import { blob, hex } from '../kernel/lines.ts'

export interface StoredBatch {
  readonly head: string
  readonly direction: 'in' | 'out'
  readonly device: string
  readonly epoch: string
  readonly seq: number
  readonly created: string
  readonly bytes: string
  readonly signature: string
  readonly file: string
  readonly lines: number
  readonly records: number
  readonly attachments: number
  /** For a batch of this device: the last journal position it carries; 0 for one that came in. */
  readonly journalTo: number
}

export function insertBatch(db: WriteDb, batch: StoredBatch): void {
  db.run(
    `INSERT INTO batches (head, direction, device, epoch, seq, created, bytes, signature, file, lines, records, attachments, journal_to)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    blob(batch.head),
    batch.direction,
    batch.device,
    batch.epoch,
    batch.seq,
    batch.created,
    batch.bytes,
    batch.signature,
    batch.file,
    batch.lines,
    batch.records,
    batch.attachments,
    batch.journalTo,
  )
}

export function insertBatchLine(db: WriteDb, head: string, pos: number, line: string): void {
  db.run('INSERT INTO batch_lines (batch, pos, line) VALUES (?, ?, ?)', blob(head), pos, blob(line))
}

export function setBatchFile(db: WriteDb, head: string, file: string): void {
  db.run('UPDATE batches SET file = ? WHERE head = ?', file, blob(head))
}

/** The file or the place a batch of this device first went to; '' while it went nowhere. */
export const getFileOf = (db: ReadDb, head: string): string =>
  db.get<{ file: string }>('SELECT file FROM batches WHERE head = ?', blob(head))?.file ?? ''

export const hasBatch = (db: ReadDb, head: string): boolean => db.get('SELECT 1 FROM batches WHERE head = ?', blob(head)) !== undefined

/** Whose stream a batch stands in; null when it is not here. */
export const getBatchDevice = (db: ReadDb, head: string): string | null =>
  db.get<{ device: string }>('SELECT device FROM batches WHERE head = ?', blob(head))?.device ?? null

/** The head that stands at a position; another one there means a fork. */
export function getHeadAt(db: ReadDb, device: string, epoch: string, seq: number): string | null {
  const row = db.get<{ head: Buffer }>('SELECT head FROM batches WHERE device = ? AND epoch = ? AND seq = ?', device, epoch, seq)
  return row === undefined ? null : hex(row.head)
}

/** The head that the batch at a position names as the one before it; null when there is no batch. */
export function getPrevAt(db: ReadDb, device: string, epoch: string, seq: number): string | null {
  const sql = "SELECT bytes ->> '$.prev' AS prev FROM batches WHERE device = ? AND epoch = ? AND seq = ?"
  return db.get<{ prev: string }>(sql, device, epoch, seq)?.prev ?? null
}

/** Numbers before a batch of its stream that are not here, the latest of them. */
export function listMissing(db: ReadDb, { device, epoch, seq }: BatchPosition, limit: number): number[] {
  const where = 'FROM batches WHERE device = ? AND epoch = ? AND seq < ?'
  if (db.get<{ n: number }>(`SELECT count(*) AS n ${where}`, device, epoch, seq)?.n === seq - 1) return []
  const here = new Set(db.all<{ seq: number }>(`SELECT seq ${where} ORDER BY seq DESC`, device, epoch, seq).map((row) => row.seq))
  const missing: number[] = []
  for (let at = seq - 1; at > 0 && missing.length < limit; at--) if (!here.has(at)) missing.push(at)
  return missing.toReversed()
}

export interface StreamEnd {
  readonly seq: number
  readonly head: string | null
}

export function streamEnd(db: ReadDb, device: string, epoch: string): StreamEnd {
  const row = db.get<{ head: Buffer; seq: number }>(
    'SELECT head, seq FROM batches WHERE device = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
    device,
    epoch,
  )
  return row === undefined ? { seq: 0, head: null } : { seq: row.seq, head: hex(row.head) }
}

/** How far the journal has been packed. */
export const packedTo = (db: ReadDb): number =>
  db.get<{ n: number | null }>("SELECT max(journal_to) AS n FROM batches WHERE direction = 'out'")?.n ?? 0

/** The newest batch of every other device that this one has imported. */
export const listSeen = (db: ReadDb): { device: string; epoch: string; seq: number; head: string }[] =>
  db
    .all<{ device: string; epoch: string; seq: number; head: Buffer }>(
      "SELECT device, epoch, max(seq) AS seq, head FROM batches WHERE direction = 'in' GROUP BY device, epoch ORDER BY max(created) DESC LIMIT 64",
    )
    .map((row) => ({ ...row, head: hex(row.head) }))

type Row = Omit<StoredBatch, 'head'> & { readonly head: Buffer; readonly receipts: number; readonly barred: BatchRow['standing'] | null }

export function listBatches(db: ReadDb, limit: number, nameOf: (device: string) => string): BatchRow[] {
  return db
    .all<Row>(
      'SELECT *, (SELECT count(*) FROM receipts r WHERE r.head = batches.head) AS receipts, (SELECT reason FROM barred x WHERE x.target = batches.head) AS barred FROM batches ORDER BY created DESC LIMIT ?',
      limit,
    )
    .map(({ head, direction, device, epoch, seq, created, lines, attachments, records, file, receipts, barred }) => ({
      head: hex(head),
      direction,
      device,
      name: nameOf(device),
      epoch,
      seq,
      created,
      lines,
      attachments,
      records,
      file,
      received: receipts > 0,
      standing: barred ?? 'counted',
    }))
}

type OutRow = Omit<StoredBatch, 'head' | 'journalTo'> & { readonly head: Buffer; readonly journal_to: number }
const toStored = ({ head, journal_to, ...rest }: OutRow): StoredBatch => ({ ...rest, head: hex(head), journalTo: journal_to })

/** Sealed, but in no file and on no target yet: the stick was pulled out, or the disk was full. */
const STAYED = "direction = 'out' AND file = '' AND NOT EXISTS (SELECT 1 FROM published p WHERE p.head = batches.head)"

/** Batches of this device that nobody was ever given. */
export const listUnpublished = (db: ReadDb): StoredBatch[] =>
  db.all<OutRow>(`SELECT * FROM batches WHERE ${STAYED} ORDER BY journal_to, seq`).map(toStored)

/** Batches of this device by their heads, in the order of the journal. */
export const listOut = (db: ReadDb, heads: readonly string[]): StoredBatch[] =>
  db
    .all<OutRow>(
      "SELECT * FROM batches WHERE head IN (SELECT unhex(value) FROM json_each(?)) AND direction = 'out' ORDER BY journal_to, seq",
      JSON.stringify(heads),
    )
    .map(toStored)

export interface Waiting {
  /** Records with a line of this device that is in no published batch. */
  readonly records: number
  /** All lines of this device that are in none, receipts and reviews among them. */
  readonly lines: number
}

/** What the next bundle would carry. */
export function countWaiting(db: ReadDb): Waiting {
  const sql = `WITH waiting (line) AS (
      SELECT line FROM journal WHERE seq > (SELECT coalesce(max(journal_to), 0) FROM batches WHERE direction = 'out')
      UNION ALL SELECT x.line FROM batches CROSS JOIN batch_lines x ON x.batch = batches.head WHERE ${STAYED})
    SELECT count(DISTINCT r.rid) AS records, count(DISTINCT waiting.line) AS lines FROM waiting LEFT JOIN revisions r ON r.line = waiting.line`
  return db.get<Waiting>(sql) ?? { records: 0, lines: 0 }
}
