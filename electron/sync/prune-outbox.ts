import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listConfirmed } from '#db/sync/places'
import { type BatchPosition, blobPath, bodyPath } from '#shared/kernel/batch-head'
import type { World } from '../kernel/world.ts'
import { confirmationOf } from './confirmation.ts'
import { stagingOf } from './seal-batch.ts'
import { headOf } from './staging.ts'

export interface Pruned {
  readonly batches: number
  readonly files: number
  readonly bytes: number
}

/** Body and files of one batch, as far as they still lie there. */
async function prunable(staging: string, at: BatchPosition): Promise<{ path: string; size: number }[]> {
  const head = await headOf(staging, at)
  if (head === null) return []
  const paths = [bodyPath(head, head.body.ct), ...head.blobs.map(({ ct }) => blobPath(head, ct))].map((name) => join(staging, name))
  const found = await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path).catch(() => null))?.size ?? -1 })))
  return found.filter(({ size }) => size >= 0)
}

/**
 * Removes from the outbox the bodies and files of batches that enough supervisors have confirmed. Heads, signatures and keys stay, so that
 * the stream can be shown whole; lines and originals are in the store, as ever.
 */
export async function pruneOutbox(world: World): Promise<Pruned> {
  const staging = stagingOf(world)
  const pruned = { batches: 0, files: 0, bytes: 0 }
  for (const at of listConfirmed(world.db, confirmationOf(world))) {
    const files = await prunable(staging, at)
    for (const { path } of files) await rm(path, { force: true })
    pruned.batches += files.length > 0 ? 1 : 0
    pruned.files += files.length
    pruned.bytes += files.reduce((sum, { size }) => sum + size, 0)
  }
  return pruned
}
