import { readFileSync } from 'node:fs'
import { type RandomDraw, randomDrawKind } from '#shared/plan/random-draw'
import { poolLines } from '#shared/plan/redraw'
import { hasOriginal, originalPath } from '../attachment/blob-store.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import type { World } from '../kernel/world.ts'

/** The name and the slot of the file that holds a large pool. */
export const POOL_FILE = { name: 'pool-enterprises.txt', slot: 'enterprisePool', mime: 'text/plain' }

/** The pool that is kept as a file under its sha256; null when it is not on this disk, or no longer what its name says. */
export function keptPool(world: Pick<World, 'folder'>, poolHash: string): readonly string[] | null {
  if (!hasOriginal(world.folder, poolHash)) return null
  const bytes = readFileSync(originalPath(world.folder, poolHash))
  return sha256Of(bytes) === poolHash ? poolLines(bytes.toString('utf8')) : null
}

/** The pool of enterprises of a record, wherever it is kept. */
export const poolOfDraw = (world: Pick<World, 'folder'>, { enterprises }: RandomDraw): readonly string[] | null =>
  enterprises.pool ?? keptPool(world, enterprises.poolHash)

/** A sealed record's document as a draw; null when it is none. */
export function asDraw(doc: unknown): RandomDraw | null {
  const parsed = randomDrawKind.schema.safeParse(doc)
  return parsed.success ? parsed.data : null
}
