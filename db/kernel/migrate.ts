import { first } from './migrations/001-first.ts'
import { exchange } from './migrations/002-exchange.ts'
import type { Connection } from './sqlite.ts'

/** Numbered, additive, frozen once released (a test holds their checksums). Derived tables are not here: projections make them. */
export const migrations: readonly string[] = [first, exchange]
export const USER_VERSION = migrations.length

/** Forward only, one transaction each. */
export function migrate(connection: Connection): void {
  const from = connection.pragma('user_version', { simple: true }) as number
  migrations.slice(from).forEach((sql, index) => {
    connection
      .transaction(() => {
        connection.exec(sql)
        connection.pragma(`user_version = ${String(from + index + 1)}`)
      })
      .immediate()
  })
}
