import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ENTRY_NAME, LIMITS } from '#shared/kernel/batch-head'
import type { Bundle, BundleEntry } from './bundle.ts'
import type { FaultCode, Verdict } from './verdict.ts'
import { FaultError, faulty, isSystemError } from './verdict.ts'
import { inItsFolder, maxSize } from './zip-structure.ts'

const CHUNK = 1024 * 1024

/** A link that took the place of a file would lead out of the folder; Windows has no such flag, and no links there without rights. */
const READ = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NOFOLLOW ?? 0)

/** A target on the disk, or what was fetched from one; entry names are its paths, whatever the system's separator. */
class FolderBundle implements Bundle {
  readonly entries: ReadonlyMap<string, BundleEntry>
  readonly closed = false
  private readonly root: string
  constructor(root: string, entries: readonly BundleEntry[]) {
    this.root = root
    this.entries = new Map(entries.map((entry) => [entry.name, entry]))
  }

  private async opened({ name }: BundleEntry): Promise<FileHandle> {
    if (!this.entries.has(name)) throw new FaultError('missingObject', name)
    try {
      return await open(join(this.root, ...name.split('/')), READ)
    } catch (cause) {
      throw new FaultError('unreadable', name, { cause })
    }
  }

  async *read(entry: BundleEntry): AsyncGenerator<Buffer, void, undefined> {
    const handle = await this.opened(entry)
    try {
      let left = entry.size
      for await (const chunk of handle.createReadStream({
        autoClose: false,
        highWaterMark: Math.min(CHUNK, entry.size + 1),
      }) as AsyncIterable<Buffer>) {
        left -= chunk.length
        if (left < 0) throw new FaultError('damaged', entry.name)
        yield chunk
      }
      if (left > 0) throw new FaultError('damaged', entry.name)
    } catch (error) {
      throw isSystemError(error) ? new FaultError('unreadable', entry.name, { cause: error }) : error
    } finally {
      await handle.close()
    }
  }

  async bytes(entry: BundleEntry): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.read(entry)) parts.push(part)
    return Buffer.concat(parts)
  }

  /** Compares an object with its name; heads and signatures prove themselves. */
  async check(entry: BundleEntry, onBytes: (bytes: number) => void): Promise<FaultCode | null> {
    const sum = createHash('sha256')
    for await (const chunk of this.read(entry)) {
      sum.update(chunk)
      onBytes(chunk.length)
    }
    const [, named] = /\/([0-9a-f]{64})\.age$/.exec(entry.name) ?? []
    return named !== undefined && sum.digest('hex') !== named ? 'wrongHash' : null
  }
}

async function entryOf(root: string, name: string): Promise<BundleEntry | null> {
  if (!ENTRY_NAME.test(name) || !inItsFolder(name)) return null
  const found = await lstat(join(root, ...name.split('/'))).catch(() => null)
  return found?.isFile() === true && found.size <= maxSize(name) ? { name, size: found.size } : null
}

/** The files of a folder that a bundle may have. What else lies there (copies in conflict, half uploads, links) is nobody's, and left alone. */
async function entriesIn(root: string): Promise<BundleEntry[]> {
  const entries: BundleEntry[] = []
  const walk = async (path: string): Promise<void> => {
    for (const one of await readdir(join(root, ...path.split('/')), { withFileTypes: true })) {
      const name = path === '' ? one.name : `${path}/${one.name}`
      if (one.isDirectory() && name.split('/').length < 6) await walk(name)
      const entry = one.isFile() ? await entryOf(root, name) : null
      if (entry !== null) entries.push(entry)
      if (entries.length > LIMITS.bundleEntries) throw new FaultError('tooBig', '')
    }
  }
  await walk('')
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The same for a folder laid out as a target, `s/<device>/<epoch>/…`. */
export async function withFolder<T>(folder: string, work: (bundle: Bundle) => Promise<Verdict<T>>): Promise<Verdict<T>> {
  const entries = await entriesIn(folder).catch((error: unknown) => {
    if (isSystemError(error)) return null
    throw error
  })
  return entries === null ? faulty('unreadable', '') : work(new FolderBundle(folder, entries))
}
