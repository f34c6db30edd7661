import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Bytes from anywhere, piece by piece, so that memory stays flat whatever the size. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface Written {
  readonly path: string
  readonly sha256: string
  readonly size: number
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Makes a rename survive a power cut. Windows cannot open a folder, and writes its journal itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])
const TRIES = 10

/** On Windows a virus scanner or the indexer may hold a new file for seconds (graceful-fs #104): tries again for up to 10 s. */
async function renameAt(from: string, to: string, attempt = 1): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    const held = process.platform === 'win32' && HELD.has((error as NodeJS.ErrnoException).code ?? '')
    if (!held || attempt >= TRIES) throw error
    await wait(attempt * 200)
    await renameAt(from, to, attempt + 1)
  }
}

/** Puts a finished file in its place, for good. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await renameAt(from, to)
  await syncFolder(dirname(to))
}

const TEMPORARY = '.tmp-'

/** Removes what `writeByHash` left unfinished below a root when its process was killed. To be called while nothing is being written. */
export function clearTemporary(root: string): void {
  if (!existsSync(root)) return
  for (const name of readdirSync(root)) if (name.startsWith(TEMPORARY)) rmSync(join(root, name), { force: true })
}

async function writeSynced(path: string, chunks: Chunks): Promise<{ readonly sha256: string; readonly size: number }> {
  const handle = await open(path, 'wx', 0o600)
  const sum = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of chunks) {
      sum.update(chunk)
      await handle.writeFile(chunk)
      size += chunk.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: sum.digest('hex'), size }
}

/**
 * Writes a new file below `root` under a name that follows from its sha256: a temporary file, fsync, rename, fsync of the folder.
 * What bears the name is therefore whole, whenever the power fails; on any error nothing is left.
 */
export async function writeByHash(root: string, nameOf: (sha256: string) => string, chunks: Chunks): Promise<Written> {
  await mkdir(root, { recursive: true })
  const temporary = join(root, `${TEMPORARY}${randomBytes(8).toString('hex')}`)
  let path = temporary
  try {
    const written = await writeSynced(temporary, chunks)
    path = join(root, nameOf(written.sha256))
    await mkdir(dirname(path), { recursive: true })
    await renameDurably(temporary, path)
    return { path, ...written }
  } catch (error) {
    await rm(temporary, { force: true })
    await rm(path, { force: true })
    throw error
  }
}

/** The same for a file whose name is fixed. */
export const writeWhole = (root: string, name: string, bytes: Uint8Array): Promise<Written> => writeByHash(root, () => name, [bytes])
