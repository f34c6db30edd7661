import type { RevisionStatus } from '#shared/kernel/evaluate'
import type { RevisionLine } from '#shared/kernel/line'
import type { ReadDb } from '../kernel/database.ts'
import { type BarReason, barReason } from '../kernel/decisions.ts'
import { blob, hex } from '../kernel/lines.ts'

/** A whole batch that does not count: left out, behind the point up to which its device is trusted, or kept and not taken in. */
export interface AsideBatch {
  readonly head: string
  readonly standing: 'excluded' | 'quarantined'
  readonly reason: string
  readonly device: string
  readonly seq: number
  readonly at: string
}

const BATCHES = `SELECT b.head, 'excluded' AS standing, x.reason, b.device, b.seq, b.created AS at FROM barred x CROSS JOIN batches b ON b.head = x.target
  UNION ALL SELECT head, 'quarantined', reason, device, seq, arrived FROM kept_batches`

/** In the order of their names, after a name. */
export const listAsideBatches = (db: ReadDb, after: string, limit: number): AsideBatch[] =>
  db
    .all<Omit<AsideBatch, 'head'> & { head: Buffer }>(
      `SELECT * FROM (${BATCHES}) found WHERE head > ? ORDER BY head LIMIT ?`,
      blob(after),
      limit,
    )
    .map((row) => ({ ...row, head: hex(row.head) }))

export type AsideStatus = Exclude<RevisionStatus, 'effective'>

/** A line that does not count. */
export interface AsideLine {
  readonly id: string
  readonly status: AsideStatus
  readonly line: RevisionLine
}

export const listAsideLines = (db: ReadDb, after: { readonly status: string; readonly id: string }, limit: number): AsideLine[] =>
  db
    .all<{ id: Buffer; status: AsideStatus; bytes: string }>(
      `SELECT l.id, r.status, l.bytes FROM revisions r CROSS JOIN lines l ON l.id = r.line
       WHERE r.status <> 'effective' AND (r.status, r.line) > (?, ?) ORDER BY r.status, r.line LIMIT ?`,
      after.status,
      blob(after.id),
      limit,
    )
    .map(({ id, status, bytes }) => ({ id: hex(id), status, line: JSON.parse(bytes) as RevisionLine }))

/** How much lies aside, by standing. */
export function countAside(db: ReadDb): Readonly<Record<string, number>> {
  const lines = db.all<{ name: string; n: number }>(
    "SELECT status AS name, count(*) AS n FROM revisions WHERE status <> 'effective' GROUP BY status",
  )
  const batches = db.all<{ name: string; n: number }>(`SELECT standing AS name, count(*) AS n FROM (${BATCHES}) found GROUP BY standing`)
  const counts: Record<string, number> = {}
  for (const { name, n } of [...lines, ...batches]) counts[name] = (counts[name] ?? 0) + n
  return counts
}

/** A batch that brought a line: the first by position. */
export function getCarrierPosition(db: ReadDb, line: string): { readonly head: string; readonly seq: number } | null {
  const row = db.get<{ head: Buffer; seq: number }>(
    'SELECT b.head, b.seq FROM batch_lines x JOIN batches b ON b.head = x.batch WHERE x.line = ? ORDER BY b.epoch, b.seq LIMIT 1',
    blob(line),
  )
  return row === undefined ? null : { head: hex(row.head), seq: row.seq }
}

/** Why a line or its batch is left out: by a decision, or behind the end of its device's trust. */
export function barOf(db: ReadDb, line: string): { readonly target: string; readonly reason: BarReason } | null {
  const own = barReason(db, line)
  if (own !== null) return { target: line, reason: own }
  const carrier = getCarrierPosition(db, line)
  const reason = carrier === null ? null : barReason(db, carrier.head)
  return carrier === null || reason === null ? null : { target: carrier.head, reason }
}

export const statusOf = (db: ReadDb, line: string): RevisionStatus | null =>
  db.get<{ status: RevisionStatus }>('SELECT status FROM revisions WHERE line = ?', blob(line))?.status ?? null
