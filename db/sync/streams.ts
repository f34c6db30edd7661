import type { ReadDb, WriteDb } from '../kernel/database.ts'
import { blob, hex } from '../kernel/lines.ts'

/** The newest batch of one stretch of a device's stream, and how many there are. */
export interface StreamRow {
  readonly device: string
  readonly epoch: string
  readonly last: number
  readonly first: number
  readonly count: number
  readonly head: string
  readonly created: string
  /** When this device confirmed it; null for a batch of nothing but receipts, and for its own. */
  readonly receivedAt: string | null
}

export const listStreams = (db: ReadDb, self: string): StreamRow[] =>
  db
    .all<Omit<StreamRow, 'head'> & { head: Buffer }>(
      `SELECT device, epoch, max(seq) AS last, (SELECT min(seq) FROM batches o WHERE o.device = batches.device AND o.epoch = batches.epoch) AS first,
        count(*) AS count, head, created, (SELECT r.at FROM receipts r WHERE r.head = batches.head AND r.device = ?) AS receivedAt
       FROM batches GROUP BY device, epoch ORDER BY device, epoch`,
      self,
    )
    .map((row) => ({ ...row, head: hex(row.head) }))

/** Numbers that are here, taken in or kept. */
const HERE = `SELECT seq FROM batches WHERE device = ? AND epoch = ? UNION SELECT seq FROM kept_batches WHERE device = ? AND epoch = ?`

/** The numbers below the last that have not arrived, at most `limit` of them. */
export function listMissing(db: ReadDb, { device, epoch, last, count }: StreamRow, limit: number): number[] {
  if (count >= last) return []
  const here = new Set(db.all<{ seq: number }>(HERE, device, epoch, device, epoch).map(({ seq }) => seq))
  const missing: number[] = []
  for (let seq = 1; seq < last && missing.length < limit; seq++) if (!here.has(seq)) missing.push(seq)
  return missing
}

export interface ForkRow {
  readonly head: string
  readonly device: string
  readonly epoch: string
  readonly seq: number
  readonly bytes: number
  readonly created: string
  readonly arrived: string
}

/** Notes a batch that contradicts the stream as it is here. */
export function insertFork(db: WriteDb, { head, device, epoch, seq, bytes, created, arrived }: ForkRow): void {
  db.run(
    `INSERT INTO kept_batches (head, device, epoch, seq, reason, bytes, created, arrived) VALUES (?, ?, ?, ?, 'forked', ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    blob(head),
    device,
    epoch,
    seq,
    bytes,
    created,
    arrived,
  )
}

/** Positions of which two histories were seen. */
export const listForks = (
  db: ReadDb,
): { readonly device: string; readonly epoch: string; readonly seq: number; readonly arrived: string }[] =>
  db.all("SELECT device, epoch, seq, arrived FROM kept_batches WHERE reason = 'forked' ORDER BY arrived")

/** When the batches of a device that another had seen were made: a batch cannot be older than what its writer had read. */
export const listSeenTimes = (db: ReadDb, head: string): { readonly device: string; readonly created: string }[] =>
  db.all(
    `SELECT found.device, found.created FROM batches b CROSS JOIN json_each(b.bytes, '$.seen') s
       CROSS JOIN batches found ON found.device = s.value ->> '$.device' AND found.epoch = s.value ->> '$.epoch' AND found.seq = s.value ->> '$.seq'
     WHERE b.head = ? AND lower(hex(found.head)) = s.value ->> '$.head'`,
    blob(head),
  )

/** Record ids that two devices chose. */
export const listSameIds = (db: ReadDb): { readonly rid: string; readonly at: string }[] =>
  db.all(
    `SELECT rid, max(r.at) AS at FROM (SELECT rid FROM records GROUP BY rid HAVING count(*) > 1 LIMIT 50) found
     CROSS JOIN records r USING (rid) GROUP BY rid`,
  )
