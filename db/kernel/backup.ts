import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WriteDb } from './database.ts'
import { loadSqlite } from './sqlite.ts'

/** A whole store in one file. The originals of the photos lie outside the store, and outside this file. */
export interface Backup {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** Windows flushes only what is open for writing, and cannot open a folder. */
function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Reads the finished copy back as SQLite does: a backup that cannot be opened is worse than none. */
function quickCheck(file: string): void {
  const copy = loadSqlite().open(file, { readonly: true })
  try {
    const found: unknown = copy.pragma('quick_check', { simple: true })
    if (found !== 'ok') throw new Error(`the backup is damaged: ${String(found)}`)
  } finally {
    copy.close()
  }
}

function sha256OfFile(file: string): string {
  const [handle, buffer, sum] = [openSync(file, 'r'), Buffer.alloc(1024 * 1024), createHash('sha256')]
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) sum.update(buffer.subarray(0, read))
    return sum.digest('hex')
  } finally {
    closeSync(handle)
  }
}

/**
 * Copies a store that is open into `file`: under another name first, flushed, checked, hashed, and only then called so; what bears the
 * name is a whole store, whenever the power fails. An older backup of that name is replaced. Throws what SQLite or the disk say, and
 * then nothing is left.
 */
export function backUp(db: Pick<WriteDb, 'run'>, file: string): Backup {
  const part = `${file}.part`
  try {
    rmSync(part, { force: true }) // of a process that was killed
    db.run('VACUUM INTO ?', part)
    sync(part, 'r+')
    quickCheck(part)
    const backup = { file, bytes: statSync(part).size, sha256: sha256OfFile(part) }
    renameSync(part, file)
    if (process.platform !== 'win32') sync(dirname(file), 'r')
    return backup
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** What is kept of a store before a migration: one file a version, beside it. */
export function backUpBefore(db: Pick<WriteDb, 'run'>, store: string, version: number): Backup {
  const folder = join(dirname(store), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return backUp(db, join(folder, `store-v${String(version)}.db`))
}
