import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type Database from 'better-sqlite3'

export type Connection = Database.Database
export type PreparedStatement = Database.Statement

interface Loaded {
  readonly open: (file: string, options?: Database.Options) => Connection
}

let loaded: Loaded | undefined

/**
 * The only door to better-sqlite3. Version 13 needs Node-API 10 (Node 22.14, Electron 35); the stand-in Electron of closed
 * networks is older and brings a build of its own beside its resources.
 */
export function loadSqlite(): Loaded {
  if (loaded !== undefined) return loaded
  let from = createRequire(import.meta.url)
  if (Number(process.versions['napi']) < 10) {
    const { resourcesPath = '' } = process as { readonly resourcesPath?: string }
    const own = join(resourcesPath, 'sqlite', 'package.json')
    if (!existsSync(join(own, '..')))
      throw new Error(`better-sqlite3 13 needs Node-API 10; this runtime has ${process.versions['napi'] ?? 'none'}`)
    from = createRequire(own)
  }
  const Constructor = from('better-sqlite3') as typeof Database
  loaded = { open: (file, options) => new Constructor(file, options) }
  return loaded
}

/** Version of the SQLite library itself, as it says. */
export function sqliteVersion(): string {
  const memory = loadSqlite().open(':memory:')
  const version = memory.prepare('SELECT sqlite_version()').pluck().get() as string
  memory.close()
  return version
}
