import type { Value, WriteDb } from '#db/kernel/database'

export type Row = Readonly<Record<string, Value>>

/** Writes rows of a table as another store has them, in the order they are given. */
export function insertRows(to: WriteDb, table: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const names = Object.keys(row)
    to.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...Object.values(row))
  }
}
