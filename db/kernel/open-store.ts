import { Store } from './database.ts'
import { migrate, USER_VERSION } from './migrate.ts'
import { type Connection, loadSqlite } from './sqlite.ts'

/** "XZ" + version of the file family; a file with another id is not ours and is left alone. */
const APPLICATION_ID = 0x585a_0001

export class StoreRefusedError extends Error {
  override readonly name = 'StoreRefusedError'
  readonly reason: 'notOurs' | 'fromTheFuture' | 'inUse' | 'noWal'
  constructor(reason: StoreRefusedError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

function mustBe(connection: Connection, pragma: string, wanted: string | number): void {
  const found: unknown = connection.pragma(pragma, { simple: true })
  if (found !== wanted) throw new StoreRefusedError('noWal', `${pragma} is ${String(found)}, not ${String(wanted)}`)
}

/** FULL, because better-sqlite3 silently opens WAL files with NORMAL, which may forget the last commits at power loss. */
function prepare(connection: Connection): void {
  connection.pragma('journal_mode = WAL')
  mustBe(connection, 'journal_mode', 'wal')
  connection.pragma('synchronous = FULL')
  mustBe(connection, 'synchronous', 2)
  connection.pragma('foreign_keys = ON')
  mustBe(connection, 'foreign_keys', 1)
  for (const setting of [
    'trusted_schema = OFF',
    'cell_size_check = ON',
    'recursive_triggers = ON', // else INSERT OR REPLACE would delete a line past its trigger
    'secure_delete = FAST',
    'temp_store = MEMORY',
    'cache_size = -65536',
    'journal_size_limit = 67108864',
  ])
    connection.pragma(setting)
  if (process.platform === 'darwin') for (const setting of ['fullfsync = ON', 'checkpoint_fullfsync = ON']) connection.pragma(setting)
}

function checkOwnership(connection: Connection): void {
  const id = connection.pragma('application_id', { simple: true })
  const tables = connection.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get()
  if (id !== APPLICATION_ID && !(id === 0 && tables === 0))
    throw new StoreRefusedError('notOurs', 'the file is not a store of this program')
  const version = connection.pragma('user_version', { simple: true }) as number
  if (version > USER_VERSION)
    throw new StoreRefusedError('fromTheFuture', `the store has version ${String(version)}, this program knows ${String(USER_VERSION)}`)
}

/**
 * Holds the profile for this process for as long as it lives, by a transaction on a file of its own: the operating system
 * lets go of it when the process dies, however it dies, and readers of the store are not kept out.
 */
function lock(file: string): Connection {
  const connection = loadSqlite().open(`${file}.lock`, { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection.close()
    throw isBusy(error) ? new StoreRefusedError('inUse', 'another process has the store open') : error
  }
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** Opens (or makes) a store. Throws StoreRefusedError, or SQLite's own error; then nothing was changed. */
export function openStore(file: string): Store {
  const held = lock(file)
  try {
    return new Store(openConnection(file), () => {
      held.close()
    })
  } catch (error) {
    held.close()
    throw error
  }
}

function openConnection(file: string): Connection {
  const connection = loadSqlite().open(file, { timeout: 5000 })
  try {
    checkOwnership(connection)
    prepare(connection)
    connection.pragma(`application_id = ${String(APPLICATION_ID)}`)
    migrate(connection, file)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
