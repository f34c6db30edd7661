import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp } from '#db/kernel/backup'
import { migrations } from '#db/kernel/migrate'
import { openStore } from '#db/kernel/open-store'
import { loadSqlite } from '#db/kernel/sqlite'
import { sha256Of } from '#electron/kernel/durable-file'
import { aFolder } from '../app/a-world.ts'
import { aStore, aStoreFile } from './a-store.ts'

test('a backup is a whole store: it opens as one, and a second one replaces it', () => {
  const [db, folder] = [aStore(), aFolder()]
  const file = join(folder, 'a.db')
  db.run("INSERT INTO settings VALUES ('a', '1')")
  backUp(db, file)
  db.run("INSERT INTO settings VALUES ('b', '2')")
  const backup = backUp(db, file)
  expect([backup.sha256, readdirSync(folder)]).toEqual([sha256Of(readFileSync(file)), ['a.db']])
  const copy = openStore(file)
  expect(copy.all("SELECT key FROM settings WHERE key IN ('a', 'b') ORDER BY key")).toEqual([{ key: 'a' }, { key: 'b' }])
  copy.close()
})

test('a backup that cannot be written leaves nothing, and the store goes on', () => {
  const db = aStore()
  const folder = join(aFolder(), 'not-there')
  expect(() => backUp(db, join(folder, 'a.db'))).toThrow('unable to open database')
  expect(existsSync(folder)).toBe(false)
  db.run("INSERT INTO settings VALUES ('a', '1')")
})

/** A store as the first release left it. */
function anOldStore(): string {
  const file = aStoreFile()
  const old = loadSqlite().open(file)
  old.exec(migrations[0] ?? '')
  old.exec("INSERT INTO settings VALUES ('kept', 'from before'); PRAGMA user_version = 1; PRAGMA application_id = 0x585a0001")
  old.close()
  return file
}

test('what was there is backed up before it is migrated, and a new store needs no backup', () => {
  const file = anOldStore()
  openStore(file).close()
  const kept = loadSqlite().open(join(dirname(file), 'backups', 'store-v1.db'), { readonly: true })
  expect([kept.pragma('user_version', { simple: true }), kept.prepare('SELECT value FROM settings').pluck().all()]).toEqual([
    1,
    ['from before'],
  ])
  kept.close()
  const fresh = aStoreFile()
  openStore(fresh).close()
  expect(existsSync(join(dirname(fresh), 'backups'))).toBe(false)
})
