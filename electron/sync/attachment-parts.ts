import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import type { StoredObject } from '#shared/kernel/batch-head'
import { LIMITS } from '#shared/kernel/batch-head'
import { encryptBytes } from '../kernel/age.ts'
import { UnreadableError } from './sync-refusal.ts'

/** A file of the blob store, as a revision names it: sha256 and size of the original bytes. */
export interface AttachmentFile {
  readonly sha256: string
  readonly size: number
  readonly path: string
}

/** A small file needs no 8 MiB of memory; one byte more than it says shows whether it has grown. */
async function* partsOf(handle: FileHandle, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const buffer = Buffer.alloc(Math.min(LIMITS.partBytes, size + 1))
    let filled = 0
    let read = -1
    while (read !== 0 && filled < buffer.length) {
      read = (await handle.read(buffer, filled, buffer.length - filled)).bytesRead
      filled += read
    }
    if (filled > 0) yield buffer.subarray(0, filled)
    if (filled < buffer.length) return
  }
}

async function openSource(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    throw new UnreadableError(path, { cause })
  }
}

/**
 * Encrypts one file in parts of at most 8 MiB and hands each to `store`, which answers the object it became. Throws UnreadableError
 * when the file is gone or is no longer what its sha256 and size say: damaged evidence is never packed as if it were whole.
 */
export async function storeParts(
  file: AttachmentFile,
  recipient: string,
  store: (object: Uint8Array, plainBytes: number) => Promise<StoredObject>,
): Promise<StoredObject[]> {
  const handle = await openSource(file.path)
  try {
    const sum = createHash('sha256')
    const parts: StoredObject[] = []
    for await (const part of partsOf(handle, file.size)) {
      sum.update(part)
      parts.push(await store(await encryptBytes([recipient], part), part.length))
    }
    if (sum.digest('hex') !== file.sha256) throw new UnreadableError(file.path)
    return parts
  } finally {
    await handle.close()
  }
}
