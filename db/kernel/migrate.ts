import { backUpBefore } from './backup.ts'
import { first } from './migrations/001-first.ts'
import { exchange } from './migrations/002-exchange.ts'
import type { Connection } from './sqlite.ts'

/** Numbered, additive, frozen once released (a test holds their checksums). Derived tables are not here: projections make them. */
export const migrations: readonly string[] = [first, exchange]
export const USER_VERSION = migrations.length

/** Forward only, one transaction each; what is there already is backed up first, and nothing is migrated without. */
export function migrate(connection: Connection, file: string): void {
  const from = connection.pragma('user_version', { simple: true }) as number
  if (from > 0 && from < USER_VERSION) backUpBefore({ run: (sql, ...values) => connection.prepare(sql).run(...values) }, file, from)
  migrations.slice(from).forEach((sql, index) => {
    connection
      .transaction(() => {
        connection.exec(sql)
        connection.pragma(`user_version = ${String(from + index + 1)}`)
      })
      .immediate()
  })
}
