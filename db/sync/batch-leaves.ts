import type { ReadDb, WriteDb } from '../kernel/database.ts'
import { blob, hex } from '../kernel/lines.ts'

/**
 * What a proof of one line needs of its neighbours. Lines that are in the log give their Merkle leaf themselves; of the others (`env` and
 * `att` lines of this device's own batches, lines that were refused) the leaf alone is kept.
 */
export function insertBatchLeaf(db: WriteDb, head: string, pos: number, leaf: Uint8Array): void {
  db.run('INSERT INTO batch_leaves (batch, pos, leaf) VALUES (?, ?, ?)', blob(head), pos, Buffer.from(leaf))
}

/** A place in a batch: the line that stands there, or the leaf of one that is not kept. */
export type Place = { readonly pos: number } & (
  | { readonly bytes: string; readonly leaf: null }
  | { readonly bytes: null; readonly leaf: Buffer }
)

/** Every place of a batch of which something is known, in order. */
export const listPlaces = (db: ReadDb, head: string): Place[] =>
  db.all<Place>(
    `SELECT b.pos, l.bytes, NULL AS leaf FROM batch_lines b JOIN lines l ON l.id = b.line WHERE b.batch = ?
     UNION ALL SELECT pos, NULL, leaf FROM batch_leaves WHERE batch = ? ORDER BY pos`,
    blob(head),
    blob(head),
  )

export interface Carrier {
  readonly head: string
  /** The signed bytes of the head, as text. */
  readonly bytes: string
  readonly signature: string
  readonly pos: number
}

/** The batch to prove a line with: one that somebody confirmed, otherwise the first that carried it. */
export function getCarrier(db: ReadDb, line: string): Carrier | null {
  const row = db.get<Omit<Carrier, 'head'> & { readonly head: Buffer }>(
    `SELECT b.head, b.bytes, b.signature, p.pos FROM batch_lines p JOIN batches b ON b.head = p.batch WHERE p.line = ?
     ORDER BY EXISTS (SELECT 1 FROM receipts r WHERE r.head = b.head) DESC, b.epoch, b.seq LIMIT 1`,
    blob(line),
  )
  return row === undefined ? null : { ...row, head: hex(row.head) }
}

/** A head and its signature, as they arrived. */
export const getBatch = (db: ReadDb, head: string): Pick<Carrier, 'bytes' | 'signature'> | null =>
  db.get<Pick<Carrier, 'bytes' | 'signature'>>('SELECT bytes, signature FROM batches WHERE head = ?', blob(head)) ?? null

const ids = (rows: readonly { readonly id: Buffer }[]): string[] => rows.map(({ id }) => hex(id))

/** Every revision of a record, whatever its standing, in order of arrival. */
export const listRevisionIds = (db: ReadDb, rid: string): string[] =>
  ids(db.all<{ id: Buffer }>('SELECT l.id FROM revisions r JOIN lines l ON l.id = r.line WHERE r.rid = ? ORDER BY l.seq', rid))

/** The receipts that name a batch. */
export const listReceiptIds = (db: ReadDb, head: string): string[] =>
  ids(db.all<{ id: Buffer }>("SELECT id FROM lines WHERE type = 'receipt' AND bytes ->> '$.head' = ? ORDER BY seq", head))
