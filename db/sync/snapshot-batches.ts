import type { ReadDb } from '../kernel/database.ts'
import { hex } from '../kernel/lines.ts'

export interface SnapshotHead {
  readonly device: string
  readonly epoch: string
  readonly seq: number
  readonly head: string
}

/** Every batch that is here, its own and others', in the order of the streams. */
export const listAllHeads = (db: ReadDb): SnapshotHead[] =>
  db
    .all<Omit<SnapshotHead, 'head'> & { readonly head: Buffer }>('SELECT device, epoch, seq, head FROM batches ORDER BY device, epoch, seq')
    .map((row) => ({ ...row, head: hex(row.head) }))

export const countAllHeads = (db: ReadDb): number => db.get<{ n: number }>('SELECT count(*) AS n FROM batches')?.n ?? 0

/** Revisions and decisions of this device that are in no batch: nobody else could have them. */
export const countUnpacked = (db: ReadDb): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM journal j JOIN lines l ON l.id = j.line
     WHERE l.type IN ('rev', 'decision') AND NOT EXISTS (SELECT 1 FROM batch_lines b WHERE b.line = j.line)`,
  )?.n ?? 0
