import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BatchPosition } from '#shared/kernel/batch-head'
import { BatchHead, headPath, objectsOf, signaturePath, streamPath } from '#shared/kernel/batch-head'

/** One file of a sealed batch: its path on a target, which is its entry name in a bundle, and where it lies here. */
export interface StagedFile {
  readonly name: string
  readonly path: string
  readonly size: number
}

const readHead = async (path: string): Promise<BatchHead> => BatchHead.parse(JSON.parse(await readFile(path, 'utf8')))

/** The files of a sealed batch, the head first, as its head lists them. Throws when one is missing or has another size. */
export async function stagedFiles(staging: string, at: BatchPosition): Promise<StagedFile[]> {
  const head = await readHead(join(staging, headPath(at)))
  const names = [
    headPath(at),
    signaturePath(at),
    ...objectsOf(head)
      .map(({ path }) => path)
      .toReversed(),
  ]
  return Promise.all(names.map(async (name) => ({ name, path: join(staging, name), size: (await stat(join(staging, name))).size })))
}

/** The head of a sealed batch; null when it does not lie there. */
export const headOf = (staging: string, at: BatchPosition): Promise<BatchHead | null> =>
  readHead(join(staging, headPath(at))).catch(() => null)

/** True while everything of a sealed batch lies in the staging folder. */
export async function isWhole(staging: string, at: BatchPosition): Promise<boolean> {
  try {
    await stagedFiles(staging, at)
    return true
  } catch {
    return false
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/**
 * Removes from a stream's staging folder what no head names: the remains of a batch whose making was killed. To be called at the
 * start, while nothing is being written. Answers what was removed.
 */
export async function sweepStaging(staging: string, stream: Pick<BatchPosition, 'device' | 'epoch'>): Promise<string[]> {
  const folder = join(staging, streamPath(stream))
  const files = await filesBelow(folder)
  const heads = await Promise.all(files.filter((file) => file.endsWith('.json')).map(readHead))
  const named = heads.flatMap((head) => [headPath(head), signaturePath(head), ...objectsOf(head).map(({ path }) => path)])
  const kept = new Set(named.map((name) => join(staging, name)))
  const temporary = (await readdir(staging).catch(() => [])).filter((name) => name.startsWith('.tmp-')).map((name) => join(staging, name))
  const orphans = [...files.filter((file) => !kept.has(file)), ...temporary]
  for (const file of orphans) await rm(file, { force: true })
  return orphans
}
