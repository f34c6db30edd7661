import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '#db/kernel/migrate'
import { openStore, StoreRefusedError } from '#db/kernel/open-store'
import { loadSqlite } from '#db/kernel/sqlite'
import { aWorld, openApp } from '../app/a-world.ts'
import { aStore, aStoreFile } from './a-store.ts'

/** sha256 of each migration, in order. One that was released is never edited: other laptops have run it. Add a new one instead. */
const RELEASED: readonly string[] = [
  'a00258a0a3c243d662b9227d0d832e0f385927b832ce0330677c857e0b404549',
  'c6a2b30bbeb47b6c262035b321286983ff0ddaa2d0d22f5454ae3c81a8bb3a0f',
]

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

const reasonOf = (open: () => unknown): string => {
  try {
    open()
    return 'opened'
  } catch (error) {
    return error instanceof StoreRefusedError ? error.reason : String(error)
  }
}

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

test('a file from a newer version of the program is left as it is, byte for byte', () => {
  expect(bytesAfter('PRAGMA user_version = 99')).toEqual({ reason: 'fromTheFuture', untouched: true })
})

test('a file of another program is left as it is, byte for byte', () => {
  expect(bytesAfter('PRAGMA application_id = 1')).toEqual({ reason: 'notOurs', untouched: true })
})

test('a profile from a newer version is refused in words a person understands', async () => {
  const { folder, close } = await aWorld()
  close()
  const other = loadSqlite().open(join(folder, 'store.db'))
  other.pragma('user_version = 99')
  other.close()
  expect(openApp(folder)).toEqual({ ok: false, problems: [{ code: 'profile.fromTheFuture', path: '', facts: { folder } }] })
})

test('a file that is no database is left as it is, byte for byte', () => {
  const file = aStoreFile()
  const text = 'this is a letter, not a database\n'.repeat(100)
  writeFileSync(file, text)
  expect(reasonOf(() => openStore(file))).toContain('not a database')
  expect(readFileSync(file, 'utf8')).toBe(text)
})

async function anotherProcess(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/db/hold-store.child.ts', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
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
