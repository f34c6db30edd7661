import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of, writeByHash } from '../kernel/durable-file.ts'
import { type Patience, persistently } from './persist.ts'
import type { Facts, PutOutcome, Target } from './target.ts'

/** One visit to a storage: how patient, whom to tell, and when to stop. */
export interface Visit {
  readonly target: Target
  readonly patience: Patience
  readonly signal?: AbortSignal | undefined
}

const again = <T>({ patience, signal }: Visit, work: () => Promise<T>): Promise<T> => persistently(work, patience, signal)

export const statAt = (visit: Visit, path: string): ReturnType<Target['stat']> => again(visit, () => visit.target.stat(path))
export const listAt = (visit: Visit, folder: string, after?: string): ReturnType<Target['list']> =>
  again(visit, () => visit.target.list(folder, after))

/** A small file whole; null when it is not there. One that is larger than it may be is not read to its end. */
export const readAt = (visit: Visit, path: string, max: number): Promise<Buffer | 'tooBig' | null> =>
  again(visit, async () => {
    const chunks = await visit.target.get(path)
    if (chunks === null) return null
    const parts: Uint8Array[] = []
    let size = 0
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > max) return 'tooBig'
      parts.push(chunk)
    }
    return Buffer.concat(parts)
  })

export const putBytes = (visit: Visit, path: string, bytes: Uint8Array): Promise<PutOutcome> => {
  const facts = { size: bytes.length, sha256: sha256Of(bytes) }
  return again(visit, () => visit.target.putNew(path, () => [bytes], facts))
}

/** Tells every byte as it is asked for; one that is sent again counts once. */
async function* counted(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>) {
    onBytes(chunk.length)
    yield chunk
  }
}

/** A file that lies here, and the path it has on the target. */
export interface Outgoing {
  readonly name: string
  readonly path: string
}

export async function putFile(visit: Visit, { name, path: file }: Outgoing, onBytes: (bytes: number) => void): Promise<PutOutcome> {
  const facts = await factsOf(file)
  let told = 0
  return again(visit, () => {
    let done = 0
    return visit.target.putNew(
      name,
      () =>
        counted(file, (bytes) => {
          done += bytes
          if (done > told) onBytes(done - told)
          told = Math.max(told, done)
        }),
      facts,
    )
  })
}

async function factsOf(file: string): Promise<Facts> {
  const sum = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    sum.update(chunk)
    size += chunk.length
  }
  return { size, sha256: sum.digest('hex') }
}

/** An object of a batch, as its head names it. */
export interface StoredAt extends Facts {
  readonly path: string
}

class WrongBytes extends Error {}

async function* measured(
  chunks: AsyncIterable<Uint8Array>,
  { size, sha256 }: Facts,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const sum = createHash('sha256')
  let got = 0
  for await (const chunk of chunks) {
    got += chunk.length
    if (got > size) throw new WrongBytes()
    sum.update(chunk)
    onBytes(chunk.length)
    yield chunk
  }
  if (got !== size || sum.digest('hex') !== sha256) throw new WrongBytes()
}

/**
 * Fetches an object into a folder under the path it has on the target; one that lies there whole already is not asked for. A wrong
 * size or hash is tried once more, then it is `wrong`: cut on the storage, or being written this moment.
 */
export async function fetchObject(
  visit: Visit,
  folder: string,
  { path, ...facts }: StoredAt,
  onBytes: (bytes: number) => void,
): Promise<'there' | 'missing' | 'wrong'> {
  const place = join(folder, ...path.split('/'))
  const here = await lstat(place).catch(() => null)
  if (here?.isFile() === true && here.size === facts.size && (await factsOf(place)).sha256 === facts.sha256) return 'there'
  await rm(place, { force: true })
  const once = (): Promise<'there' | 'missing'> =>
    again(visit, async () => {
      const chunks = await visit.target.get(path)
      if (chunks === null) return 'missing'
      await writeByHash(folder, () => path, measured(chunks, facts, onBytes))
      return 'there'
    })
  const orWrong = (error: unknown): 'wrong' => {
    if (error instanceof WrongBytes) return 'wrong'
    throw error
  }
  const first = await once().catch(orWrong)
  return first === 'wrong' ? once().catch(orWrong) : first
}
