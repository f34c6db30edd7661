import type { ReferenceTable } from '#shared/reference/reference-item'
import type { ReadDb } from '../kernel/database.ts'
import { hex } from '../kernel/lines.ts'

interface Row {
  readonly rid: string
  readonly device: string
  readonly key: string
  readonly item: string
  readonly by: string
  readonly withdrawn: number
  readonly void: number
}

export interface ReferenceRow {
  readonly recordId: string
  /** Device of the root line: whose word this is. */
  readonly device: string
  readonly key: string
  readonly item: unknown
  readonly by: string
  readonly withdrawn: boolean
  readonly void: boolean
}

const toItem = ({ rid, device, key, item, by, withdrawn, void: isVoid }: Row): ReferenceRow => ({
  recordId: rid,
  device,
  key,
  item: JSON.parse(item) as unknown,
  by,
  withdrawn: withdrawn === 1,
  void: isVoid === 1,
})

const COLUMNS = 'rid, device, key, item, by, withdrawn, void'

export const listReferenceRows = (db: ReadDb, table: ReferenceTable): ReferenceRow[] =>
  db.all<Row>(`SELECT ${COLUMNS} FROM reference_items WHERE of_table = ? ORDER BY key, rid, device`, table).map(toItem)

/** This device's own item of a key; of two the later one. */
export function getOwnReferenceRow(
  db: ReadDb,
  of: { readonly table: ReferenceTable; readonly key: string; readonly device: string },
): ReferenceRow | null {
  const row = db.get<Row>(
    `SELECT ${COLUMNS} FROM reference_items WHERE of_table = ? AND key = ? AND device = ? AND void = 0 ORDER BY rid DESC LIMIT 1`,
    of.table,
    of.key,
    of.device,
  )
  return row === undefined ? null : toItem(row)
}

/** Another text after every change, the same again after a rollback. */
export const referenceStamp = (db: ReadDb): string =>
  hex(db.get<{ nonce: Buffer }>('SELECT nonce FROM reference_stamp WHERE id = 1')?.nonce ?? Buffer.alloc(0))
