import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { StoredEntry } from '../kernel/stored-zip.ts'
import { LOCAL_BYTES } from '../kernel/stored-zip.ts'
import type { Bundle, BundleEntry } from './bundle.ts'
import type { FaultCode, Verdict } from './verdict.ts'
import { FaultError, faulty, isSystemError } from './verdict.ts'
import { readAt, readStructure } from './zip-structure.ts'

const CHUNK = 1024 * 1024

/** A ZIP whose structure is sound; what is in its entries has not been looked at. */
class ZipBundle implements Bundle {
  readonly entries: ReadonlyMap<string, StoredEntry>
  readonly closed = true
  private readonly handle: FileHandle
  constructor(handle: FileHandle, entries: readonly StoredEntry[]) {
    this.handle = handle
    this.entries = new Map(entries.map((entry) => [entry.name, entry]))
  }

  private entry(name: string): StoredEntry {
    const entry = this.entries.get(name)
    if (entry === undefined) throw new FaultError('missingObject', name)
    return entry
  }

  async *read({ name }: BundleEntry): AsyncGenerator<Buffer, void, undefined> {
    const { offset, size } = this.entry(name)
    const begin = offset + LOCAL_BYTES + name.length
    for (let at = 0; at < size; at += CHUNK) {
      const length = Math.min(CHUNK, size - at)
      const chunk = await readAt(this.handle, begin + at, length)
      if (chunk.length < length) throw new FaultError('damaged', name)
      yield chunk
    }
  }

  async bytes({ name }: BundleEntry): Promise<Buffer> {
    const { offset, size } = this.entry(name)
    const bytes = await readAt(this.handle, offset + LOCAL_BYTES + name.length, size)
    if (bytes.length < size) throw new FaultError('damaged', name)
    return bytes
  }

  /** Compares an entry with its checksum, and an object with its name. */
  async check(entry: BundleEntry, onBytes: (bytes: number) => void): Promise<FaultCode | null> {
    const sum = createHash('sha256')
    let crc = 0
    for await (const chunk of this.read(entry)) {
      sum.update(chunk)
      crc = crc32(chunk, crc)
      onBytes(chunk.length)
    }
    const [, named] = /\/([0-9a-f]{64})\.age$/.exec(entry.name) ?? []
    if (named !== undefined && sum.digest('hex') !== named) return 'wrongHash'
    return crc === this.entry(entry.name).crc32 ? null : 'damaged'
  }
}

/** Opens a file as a bundle, lets `work` look into it, closes it. */
export async function withZip<T>(file: string, work: (bundle: Bundle) => Promise<Verdict<T>>): Promise<Verdict<T>> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isSystemError(error)) return null
    throw error
  })
  if (handle === null) return faulty('unreadable', '')
  try {
    const structure = await readStructure(handle)
    return structure.ok ? await work(new ZipBundle(handle, structure.value)) : structure
  } finally {
    await handle.close()
  }
}
