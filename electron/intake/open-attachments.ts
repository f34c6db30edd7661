import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BatchHead } from '#shared/kernel/batch-head'
import { blobPath, LIMITS } from '#shared/kernel/batch-head'
import type { AttachmentLine } from '#shared/kernel/line'
import { decryptChunks } from '../kernel/age.ts'
import { writeByHash } from '../kernel/durable-file.ts'
import type { Bundle } from './bundle.ts'
import { FaultError, isSystemError } from './verdict.ts'

/** A file out of a batch, in quarantine under its own sha256. */
export interface OpenAttachment {
  readonly sha256: string
  readonly size: number
  readonly path: string
}

export interface AttachmentSource {
  readonly bundle: Bundle
  readonly head: BatchHead
  readonly identity: string
  /** Folder for the files; their names there are their hashes, never what a stranger wrote. */
  readonly folder: string
  readonly onBytes: (bytes: number) => void
}

/** Every part stands in the head with the same size, and every object in the head belongs to a file. */
export function checkParts(head: BatchHead, attachments: readonly AttachmentLine[]): void {
  const sizes = new Map(head.blobs.map(({ ct, size }) => [ct, size]))
  const used = new Set<string>()
  for (const { ct, size } of attachments.flatMap(({ parts }) => parts)) {
    if (sizes.get(ct) !== size) throw new FaultError('missingObject', blobPath(head, ct))
    used.add(ct)
  }
  const idle = head.blobs.find(({ ct }) => !used.has(ct))
  if (idle !== undefined) throw new FaultError('foreignEntry', blobPath(head, idle.ct))
}

async function* plainPart(source: AttachmentSource, ct: string): AsyncGenerator<Uint8Array, void, undefined> {
  const name = blobPath(source.head, ct)
  const entry = source.bundle.entries.get(name)
  if (entry === undefined) throw new FaultError('missingObject', name)
  let size = 0
  try {
    for await (const chunk of decryptChunks(source.identity, source.bundle.read(entry))) {
      size += chunk.length
      if (size > LIMITS.partBytes) throw new FaultError('tooBig', name)
      yield chunk
    }
    source.onBytes(entry.size)
  } catch (error) {
    if (error instanceof FaultError || isSystemError(error)) throw error
    throw new FaultError('damaged', name, { cause: error })
  }
}

async function* plainParts(source: AttachmentSource, parts: AttachmentLine['parts']): AsyncGenerator<Uint8Array, void, undefined> {
  for (const { ct } of parts) yield* plainPart(source, ct)
}

/** Decrypts one file part by part into quarantine; throws FaultError when it is not the file whose sha256 and size the line gives. */
export async function openAttachment(source: AttachmentSource, { sha256, size, parts }: AttachmentLine): Promise<OpenAttachment> {
  const first = parts[0] === undefined ? '' : blobPath(source.head, parts[0].ct)
  if (size > LIMITS.attachmentBytes) throw new FaultError('tooBig', first)
  const written = await writeByHash(source.folder, (name) => name, plainParts(source, parts))
  if (written.sha256 === sha256 && written.size === size) return written
  await rm(join(source.folder, written.sha256), { force: true })
  throw new FaultError('wrongHash', first)
}
