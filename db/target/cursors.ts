import type { ReadDb, WriteDb } from '../kernel/database.ts'

/** How far a stream on a target has been followed: everything before `seq` is settled. */
export interface Cursor {
  readonly device: string
  readonly epoch: string
  readonly seq: number
  /** What is wrong at `seq`, since when; '' when it is only not there yet. */
  readonly trouble: string
  readonly since: string
}

export const listCursors = (db: ReadDb, target: string): Cursor[] =>
  db.all<Cursor>('SELECT device, epoch, seq, trouble, since FROM cursors WHERE target = ?', target)

export function putCursor(db: WriteDb, target: string, { device, epoch, seq, trouble, since }: Cursor): void {
  db.run(
    `INSERT INTO cursors (target, device, epoch, seq, trouble, since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (target, device, epoch) DO UPDATE SET seq = excluded.seq, trouble = excluded.trouble, since = excluded.since`,
    target,
    device,
    epoch,
    seq,
    trouble,
    since,
  )
}

/** Streams of which a batch is here, by whatever way it came. */
export const listStreams = (db: ReadDb): { readonly device: string; readonly epoch: string }[] =>
  db.all('SELECT DISTINCT device, epoch FROM batches UNION SELECT DISTINCT device, epoch FROM kept_batches')

/** Numbers of a stream from a position on that are here: taken in, or kept until a person has looked. */
export const listHeld = (db: ReadDb, device: string, epoch: string, from: number): number[] =>
  db
    .all<{ seq: number }>(
      `SELECT seq FROM batches WHERE device = ? AND epoch = ? AND seq >= ?
       UNION SELECT seq FROM kept_batches WHERE device = ? AND epoch = ? AND seq >= ? ORDER BY seq`,
      device,
      epoch,
      from,
      device,
      epoch,
      from,
    )
    .map(({ seq }) => seq)
