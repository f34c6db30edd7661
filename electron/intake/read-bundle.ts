import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { StoredEntry } from '../kernel/stored-zip.ts'
import { LOCAL_BYTES } from '../kernel/stored-zip.ts'
import type { FaultCode, Verdict } from './verdict.ts'
import { FaultError, faulty, isSystemError } from './verdict.ts'
import { readAt, readStructure } from './zip-structure.ts'

const CHUNK = 1024 * 1024

/** A bundle whose structure is sound; what is in its entries has not been looked at. */
export class Bundle {
  readonly entries: ReadonlyMap<string, StoredEntry>
  private readonly handle: FileHandle
  constructor(handle: FileHandle, entries: readonly StoredEntry[]) {
    this.handle = handle
    this.entries = new Map(entries.map((entry) => [entry.name, entry]))
  }

  /** The bytes of an entry, piece by piece. Throws FaultError when the file became shorter meanwhile. */
  async *read({ name, offset, size }: StoredEntry): AsyncGenerator<Buffer, void, undefined> {
    const begin = offset + LOCAL_BYTES + name.length
    for (let at = 0; at < size; at += CHUNK) {
      const length = Math.min(CHUNK, size - at)
      const chunk = await readAt(this.handle, begin + at, length)
      if (chunk.length < length) throw new FaultError('damaged', name)
      yield chunk
    }
  }

  /** A small entry whole. Throws FaultError when the file became shorter meanwhile. */
  async bytes({ name, offset, size }: StoredEntry): Promise<Buffer> {
    const bytes = await readAt(this.handle, offset + LOCAL_BYTES + name.length, size)
    if (bytes.length < size) throw new FaultError('damaged', name)
    return bytes
  }

  /** Compares an entry with its checksum, and an object with its name; answers what is wrong with it. */
  async check(entry: StoredEntry, onBytes: (bytes: number) => void): Promise<FaultCode | null> {
    const sum = createHash('sha256')
    let crc = 0
    for await (const chunk of this.read(entry)) {
      sum.update(chunk)
      crc = crc32(chunk, crc)
      onBytes(chunk.length)
    }
    const [, named] = /\/([0-9a-f]{64})\.age$/.exec(entry.name) ?? []
    if (named !== undefined && sum.digest('hex') !== named) return 'wrongHash'
    return crc === entry.crc32 ? null : 'damaged'
  }
}

/** Opens a file as a bundle, lets `work` look into it, closes it. A file that cannot be read at all is the fault `unreadable`. */
export async function withBundle<T>(file: string, work: (bundle: Bundle) => Promise<Verdict<T>>): Promise<Verdict<T>> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isSystemError(error)) return null
    throw error
  })
  if (handle === null) return faulty('unreadable', '')
  try {
    const structure = await readStructure(handle)
    return structure.ok ? await work(new Bundle(handle, structure.value)) : structure
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, faults: [error.fault] }
    throw error
  } finally {
    await handle.close()
  }
}
