import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { hex } from '#db/kernel/lines'
import type { World } from '../kernel/world.ts'
import { hasOriginal, originalPath } from './blob-store.ts'

async function isWhole(path: string, sha256: string): Promise<boolean> {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path), sum)
  return sum.digest('hex') === sha256
}

/** Originals that should be on this disk and are not; with `deep`, also those whose bytes are no longer what their name says. */
export async function listMissingOriginals(world: World, deep: boolean): Promise<string[]> {
  const missing: string[] = []
  for (const row of world.db.all<{ sha256: Buffer }>('SELECT sha256 FROM attachments')) {
    const sha256 = hex(row.sha256)
    const there = hasOriginal(world.folder, sha256)
    if (!there || (deep && !(await isWhole(originalPath(world.folder, sha256), sha256)))) missing.push(sha256)
  }
  return missing
}
