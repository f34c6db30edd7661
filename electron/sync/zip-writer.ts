import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Chunks } from '../kernel/durable-file.ts'
import type { StoredEntry } from '../kernel/stored-zip.ts'
import { centralHeader, endRecord, LOCAL_BYTES, localHeader } from '../kernel/stored-zip.ts'
import { UnreadableError } from './sync-refusal.ts'

/** What becomes one entry; `chunks` is asked for once. */
export interface ZipSource {
  readonly name: string
  readonly size: number
  readonly chunks: () => Chunks
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** Writes stored entries one after the other; the header goes in front of its data once the checksum is known, so nothing is read twice. */
export class ZipWriter {
  private readonly entries: StoredEntry[] = []
  private at = 0
  private readonly handle: FileHandle
  private readonly onBytes: (bytes: number) => void
  constructor(handle: FileHandle, onBytes: (bytes: number) => void) {
    this.handle = handle
    this.onBytes = onBytes
  }

  /** Throws UnreadableError when the source has not the size it said. */
  async add({ name, size, chunks }: ZipSource): Promise<void> {
    const begin = this.at + LOCAL_BYTES + name.length
    let [written, crc] = [0, 0]
    for await (const chunk of chunks()) {
      crc = crc32(chunk, crc)
      await writeAt(this.handle, chunk, begin + written)
      written += chunk.length
      this.onBytes(chunk.length)
    }
    if (written !== size) throw new UnreadableError(name)
    const entry = { name, size, crc32: crc, offset: this.at }
    await writeAt(this.handle, localHeader(entry), this.at)
    this.entries.push(entry)
    this.at = begin + size
  }

  /** Writes directory and end record; the file is complete, and not yet synced. */
  async end(): Promise<void> {
    const directory = Buffer.concat(this.entries.map(centralHeader))
    const end = endRecord(this.entries.length, directory.length, this.at)
    await writeAt(this.handle, Buffer.concat([directory, end]), this.at)
  }
}
