import type { Connection, PreparedStatement } from './sqlite.ts'

export type Value = string | number | bigint | Uint8Array | null

/** A query cannot write: a ReadDb has `get`, `all` and `each`, no `run`. */
export interface ReadDb {
  readonly get: <Row>(sql: string, ...values: Value[]) => Row | undefined
  readonly all: <Row>(sql: string, ...values: Value[]) => Row[]
  readonly each: <Row>(sql: string, ...values: Value[]) => IterableIterator<Row>
}
export interface WriteDb extends ReadDb {
  readonly run: (sql: string, ...values: Value[]) => { readonly changes: number; readonly lastInsertRowid: number | bigint }
  readonly script: (sql: string) => void
}

/** One connection, one writer; every statement is prepared once and kept. */
export class Store implements WriteDb {
  private readonly connection: Connection
  private readonly statements = new Map<string, PreparedStatement>()

  private readonly release: () => void

  constructor(connection: Connection, release: () => void) {
    this.connection = connection
    this.release = release
  }

  private prepared(sql: string): PreparedStatement {
    let statement = this.statements.get(sql)
    if (statement === undefined) {
      statement = this.connection.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  get = <Row>(sql: string, ...values: Value[]): Row | undefined => this.prepared(sql).get(...values) as Row | undefined
  all = <Row>(sql: string, ...values: Value[]): Row[] => this.prepared(sql).all(...values) as Row[]
  each = <Row>(sql: string, ...values: Value[]): IterableIterator<Row> =>
    this.connection.prepare(sql).iterate(...values) as IterableIterator<Row>
  run = (sql: string, ...values: Value[]): { changes: number; lastInsertRowid: number | bigint } => this.prepared(sql).run(...values)
  script = (sql: string): void => {
    this.connection.exec(sql)
    this.statements.clear()
  }

  get isOpen(): boolean {
    return this.connection.open
  }

  /** All or nothing; takes the write lock at once, so that nothing fails half way for want of it. Nested calls are savepoints. */
  transaction<T>(work: () => T): T {
    return this.connection.transaction(work).immediate()
  }

  /** Does the work for real and takes it back: what a rehearsal answers is what the import would do. */
  rehearse<T>(work: () => T): T {
    this.connection.exec('SAVEPOINT rehearsal')
    try {
      return work()
    } finally {
      // A full disk may have rolled back everything already; its own error is the one to tell.
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK TO rehearsal; RELEASE rehearsal')
    }
  }

  /** What does not go into the main file now (the disk is full) stays in the WAL, where it is just as safe. */
  close(): void {
    if (!this.connection.open) return
    try {
      this.connection.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // Nothing is lost: the next start reads the WAL.
    }
    this.connection.close()
    this.release()
  }
}
