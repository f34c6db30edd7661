import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Store } from '#db/kernel/database'
import { appendJournal, brokenJournalAt } from '#db/kernel/journal'
import { damagedLines, hex, insertLine, sha256 } from '#db/kernel/lines'
import { migrations } from '#db/kernel/migrate'
import { openStore, StoreRefusedError } from '#db/kernel/open-store'
import { loadSqlite } from '#db/kernel/sqlite'
import { canonical } from '#shared/kernel/canonical'
import { aWorld, openApp } from '../app/a-world.ts'
import { aRevision, AUTHOR } from '../kernel/a-history.ts'
import { aStore, aStoreFile } from './a-store.ts'

/** sha256 of each migration, in order. One that was released is never edited: other laptops have run it. Add a new one instead. */
const RELEASED: readonly string[] = ['a00258a0a3c243d662b9227d0d832e0f385927b832ce0330677c857e0b404549']

test('a migration never changes once it is released', () => {
  expect(migrations.map((sql) => createHash('sha256').update(sql).digest('hex'))).toEqual(RELEASED)
})

test('the store is opened as evidence needs it, read back from SQLite itself', () => {
  const db = aStore()
  const settings = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'trusted_schema',
    'cell_size_check',
    'recursive_triggers',
    'secure_delete',
    'temp_store',
    'cache_size',
    'journal_size_limit',
    'busy_timeout',
    'application_id',
    'user_version',
  ]
  const values = Object.fromEntries(settings.map((name) => [name, Object.values(db.get<object>(`PRAGMA ${name}`) ?? {})[0] as unknown]))
  expect(values).toEqual({
    journal_mode: 'wal',
    synchronous: 2, // FULL
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    recursive_triggers: 1,
    secure_delete: 2, // FAST
    temp_store: 2, // MEMORY
    cache_size: -65536,
    journal_size_limit: 67108864,
    busy_timeout: 5000,
    application_id: 0x585a0001,
    user_version: migrations.length,
  })
})

/** Writes lines of this device, each in the journal. */
function written(db: Store, count: number, first = 0): string[] {
  return Array.from({ length: count }, (_none, index) => {
    const { id: _id, ...line } = aRevision(first + index, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: { a: `line ${String(index)}` } })
    const { id } = insertLine(db, canonical(line), 'rev', null)
    appendJournal(db, id)
    return id
  })
}

describe('what was written stays', () => {
  test('no statement changes or deletes a line or a place in the journal', () => {
    const db = aStore()
    written(db, 3)
    for (const [sql, why] of [
      ["UPDATE lines SET bytes = '{}' WHERE seq = 1", 'a line never changes'],
      ['UPDATE lines SET seq = 99 WHERE seq = 1', 'a line never changes'],
      ['DELETE FROM lines', 'a line is never deleted'],
      ['INSERT OR REPLACE INTO lines SELECT seq, id, type, bytes, batch FROM lines', 'a line is never deleted'],
      ['UPDATE journal SET chain = line', 'the journal never changes'],
      ['DELETE FROM journal WHERE seq = 3', 'the journal never shrinks'],
      ['INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3', 'the journal never shrinks'],
    ] as const)
      expect(() => db.run(sql), sql).toThrow(why)
    expect(db.all('SELECT count(*) AS n FROM lines UNION ALL SELECT count(*) FROM journal')).toEqual([{ n: 3 }, { n: 3 }])
  })

  /** Somebody with the file and a tool of their own, who takes the locks off first. */
  function forged(db: Store, ...statements: readonly (readonly [string, ...(string | Buffer | number)[]])[]): void {
    for (const trigger of ['lines_never_change', 'lines_never_go', 'journal_never_changes', 'journal_never_shrinks'])
      db.script(`DROP TRIGGER ${trigger}`)
    db.script('PRAGMA foreign_keys = OFF')
    for (const [sql, ...values] of statements) db.run(sql, ...values)
  }

  test('a whole store finds nothing wrong with itself', () => {
    const db = aStore()
    written(db, 5)
    expect([brokenJournalAt(db), [...damagedLines(db)]]).toEqual([null, []])
  })

  test('a line changed behind our back no longer matches its name', () => {
    const db = aStore()
    const [, second = ''] = written(db, 3)
    forged(db, ["UPDATE lines SET bytes = replace(bytes, 'line 1', 'line X') WHERE seq = 2"])
    expect([...damagedLines(db)]).toEqual([second])
  })

  test('a line exchanged together with its name breaks the chain where it stands', () => {
    const db = aStore()
    written(db, 5)
    const bytes = '{"other":"line"}'
    forged(
      db,
      ['UPDATE lines SET bytes = ?, id = ? WHERE seq = 3', bytes, sha256(bytes)],
      ['UPDATE journal SET line = ? WHERE seq = 3', sha256(bytes)],
    )
    expect([[...damagedLines(db)], brokenJournalAt(db)]).toEqual([[], 3])
  })

  test('a place cut out of the journal, or two exchanged, is found', () => {
    const cut = aStore()
    written(cut, 5)
    forged(cut, ['DELETE FROM journal WHERE seq = 2'])
    expect(brokenJournalAt(cut)).toBe(3)

    const exchanged = aStore()
    written(exchanged, 5)
    forged(
      exchanged,
      ['UPDATE journal SET seq = 99 WHERE seq = 2'],
      ['UPDATE journal SET seq = 2 WHERE seq = 3'],
      ['UPDATE journal SET seq = 3 WHERE seq = 99'],
    )
    expect(brokenJournalAt(exchanged)).toBe(2)
  })

  test('a transaction that fails half way leaves nothing, also no gap in the journal', () => {
    const db = aStore()
    written(db, 2)
    expect(() =>
      db.transaction(() => {
        const { id: _id, ...line } = aRevision(50, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: {} })
        appendJournal(db, insertLine(db, canonical(line), 'rev', null).id)
        throw new Error('power')
      }),
    ).toThrow('power')
    const { id: _id, ...line } = aRevision(51, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: {} })
    expect(appendJournal(db, insertLine(db, canonical(line), 'rev', null).id).seq).toBe(3)
    expect(brokenJournalAt(db)).toBeNull()
  })
})

const reasonOf = (open: () => unknown): string => {
  try {
    open()
    return 'opened'
  } catch (error) {
    return error instanceof StoreRefusedError ? error.reason : String(error)
  }
}

describe('a file that is not ours to write is left as it is, byte for byte', () => {
  function bytesAfter(change: string): { readonly reason: string; readonly untouched: boolean } {
    const file = aStoreFile()
    openStore(file).close()
    const other = loadSqlite().open(file)
    other.exec(change)
    other.pragma('wal_checkpoint(TRUNCATE)')
    other.close()
    const before = readFileSync(file)
    const reason = reasonOf(() => openStore(file))
    return { reason, untouched: readFileSync(file).equals(before) }
  }

  test('from a newer version of the program', () => {
    expect(bytesAfter('PRAGMA user_version = 99')).toEqual({ reason: 'fromTheFuture', untouched: true })
  })

  test('of another program', () => {
    expect(bytesAfter('PRAGMA application_id = 1')).toEqual({ reason: 'notOurs', untouched: true })
  })

  test('through the application: said in its own words', async () => {
    const { folder, close } = await aWorld()
    close()
    const other = loadSqlite().open(join(folder, 'store.db'))
    other.pragma('user_version = 99')
    other.close()
    expect(openApp(folder)).toEqual({ ok: false, problems: [{ code: 'profile.fromTheFuture', path: '', facts: { folder } }] })
  })

  test('no database at all', () => {
    const file = aStoreFile()
    const text = 'this is a letter, not a database\n'.repeat(100)
    writeFileSync(file, text)
    expect(reasonOf(() => openStore(file))).toContain('not a database')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})

describe('one writer', () => {
  async function anotherProcess(file: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['test/db/hold-store.ts', file], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
    return child
  }

  test('a second process is told that the profile is in use; one that only reads is not kept out', async () => {
    const { folder, close } = await aWorld()
    close()
    await anotherProcess(join(folder, 'store.db'))
    expect(openApp(folder)).toEqual({ ok: false, problems: [{ code: 'profile.inUse', path: '', facts: { folder } }] })

    const reader = loadSqlite().open(join(folder, 'store.db'), { readonly: true })
    expect(reader.prepare('SELECT count(*) AS n FROM lines').get()).toEqual({ n: 0 })
    reader.close()
  })

  test('killed, it holds nothing any more', async () => {
    const file = aStoreFile()
    const child = await anotherProcess(file)
    expect(reasonOf(() => openStore(file))).toBe('inUse')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(reasonOf(() => openStore(file).close())).toBe('opened')
  })

  test('not even the same process opens it twice', () => {
    const file = aStoreFile()
    aStore(file)
    expect(reasonOf(() => openStore(file))).toBe('inUse')
  })
})

test('a rehearsal answers what would be, and takes everything back', () => {
  const db = aStore()
  const before = written(db, 2)
  const rehearsed = db.rehearse(() => {
    db.transaction(() => written(db, 2, 2))
    return db.get<{ n: number }>('SELECT count(*) AS n FROM lines')?.n
  })
  expect(rehearsed).toBe(4)
  expect(db.all<{ id: Buffer }>('SELECT id FROM lines ORDER BY seq').map(({ id }) => hex(id))).toEqual(before)
})
