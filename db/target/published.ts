import type { ReadDb, WriteDb } from '../kernel/database.ts'
import { blob, hex } from '../kernel/lines.ts'

/** A sealed batch of this device. */
export interface OwnBatch {
  readonly epoch: string
  readonly seq: number
  readonly head: string
}

type Row = Omit<OwnBatch, 'head'> & { readonly head: Buffer }
const rowToBatch = ({ head, ...rest }: Row): OwnBatch => ({ ...rest, head: hex(head) })

/** Stretch by stretch, each from its beginning: a stream on a target has no holes. */
const IN_ORDER = 'ORDER BY (SELECT min(o.created) FROM batches o WHERE o.device = b.device AND o.epoch = b.epoch), b.epoch, b.seq'
const MISSING = "b.direction = 'out' AND NOT EXISTS (SELECT 1 FROM published p WHERE p.target = ? AND p.head = b.head)"

/** Sealed here and not on this target, as far as is known. */
export const listWaiting = (db: ReadDb, target: string): OwnBatch[] =>
  db.all<Row>(`SELECT b.epoch, b.seq, b.head FROM batches b WHERE ${MISSING} ${IN_ORDER}`, target).map(rowToBatch)

export const countWaitingFor = (db: ReadDb, target: string): number =>
  db.get<{ n: number }>(`SELECT count(*) AS n FROM batches b WHERE ${MISSING}`, target)?.n ?? 0

export const listPublished = (db: ReadDb, target: string): OwnBatch[] =>
  db
    .all<Row>(`SELECT b.epoch, b.seq, b.head FROM published p JOIN batches b ON b.head = p.head WHERE p.target = ? ${IN_ORDER}`, target)
    .map(rowToBatch)

export function putPublished(db: WriteDb, target: string, head: string, at: string): void {
  db.run('INSERT INTO published (target, head, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', target, blob(head), at)
}

export function removePublished(db: WriteDb, target: string, head: string): void {
  db.run('DELETE FROM published WHERE target = ? AND head = ?', target, blob(head))
}
