import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { BatchPosition } from '#shared/kernel/batch-head'
import { LIMITS } from '#shared/kernel/batch-head'
import type { Result } from '#shared/kernel/result'
import { ok, problem, refuse } from '#shared/kernel/result'
import type { SyncProblem } from '#shared/sync/sync-contract'
import { CENTRAL_BYTES, LOCAL_BYTES } from '../kernel/stored-zip.ts'
import { type BundlePlan, type MadeBundle, writeBundle } from './bundle-writer.ts'
import { stagedFiles } from './staging.ts'

/** What an entry of a stored ZIP takes beside its bytes: two headers with its name. */
const entryBytes = (name: string): number => LOCAL_BYTES + CENTRAL_BYTES + 2 * name.length
/** README, allowed signers, trust documents and the end of the ZIP. */
const EXTRA = { bytes: 64 * 1024, entries: 16 }

interface Weight {
  readonly bytes: number
  readonly entries: number
}

async function weightOf(staging: string, batch: BatchPosition): Promise<Weight> {
  const files = await stagedFiles(staging, batch)
  return { bytes: files.reduce((sum, { name, size }) => sum + size + entryBytes(name), 0), entries: files.length }
}

/** Whole batches, in order, as many into one piece as it takes. */
async function split<B extends BatchPosition>(staging: string, batches: readonly B[], maxBytes: number): Promise<B[][]> {
  const pieces: B[][] = []
  let room: Weight = { bytes: 0, entries: 0 }
  for (const batch of batches) {
    const { bytes, entries } = await weightOf(staging, batch)
    const piece = pieces.at(-1)
    if (piece !== undefined && bytes <= room.bytes && entries <= room.entries) piece.push(batch)
    else pieces.push([batch])
    const before = piece === pieces.at(-1) ? room : { bytes: maxBytes - EXTRA.bytes, entries: LIMITS.bundleEntries - EXTRA.entries }
    room = { bytes: before.bytes - bytes, entries: before.entries - entries }
  }
  return pieces
}

/** `name.ibz`, or `name.1.ibz`, `name.2.ibz` … where there are several. */
const pieceName = (file: string, index: number, count: number): string =>
  count === 1 ? file : `${file.replace(/\.ibz$/i, '')}.${String(index + 1)}.ibz`

export interface Piece<B extends BatchPosition> extends MadeBundle {
  readonly batches: readonly B[]
}

/** A bundle that may be larger than a FAT32 stick takes in one file. */
export interface PiecesPlan<B extends BatchPosition> extends Omit<BundlePlan, 'batches' | 'maxBytes'> {
  readonly batches: readonly B[]
  readonly maxBytes: number
}

/**
 * Puts sealed batches into as many bundles as are needed, none larger than `maxBytes`; each is valid alone. All of them are there
 * afterwards, or none. Answers what writeBundle answers.
 */
export async function writePieces<B extends BatchPosition>(plan: PiecesPlan<B>): Promise<Result<Piece<B>[], SyncProblem>> {
  const pieces = await split(plan.staging, plan.batches, plan.maxBytes)
  const named = pieces.map((batches, index) => ({ batches, file: pieceName(plan.file, index, pieces.length) }))
  const taken = named.find(({ file }) => existsSync(file))
  if (taken !== undefined) return refuse(problem('sync.fileExists', '', { file: taken.file }))
  const made: Piece<B>[] = []
  for (const { batches, file } of named) {
    const bundle = await writeBundle({ ...plan, file, batches })
    if (!bundle.ok) {
      for (const { file: done } of made) await rm(done, { force: true })
      return bundle
    }
    made.push({ ...bundle.value, batches })
  }
  return ok(made)
}
