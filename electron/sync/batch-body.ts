import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { BatchHead } from '#shared/kernel/batch-head'
import { LIMITS } from '#shared/kernel/batch-head'
import { MAX_LINE_BYTES } from '#shared/kernel/line'
import { encryptChunks } from '../kernel/age.ts'
import type { Chunks, Written } from '../kernel/durable-file.ts'
import { leafHash, merkleRoot } from './merkle.ts'
import { TooBigError } from './sync-refusal.ts'

export type Lines = AsyncIterable<string> | Iterable<string>

/** Commits to the plaintext while it flows by: hash, size, number of lines, Merkle leaves (32 bytes a line). */
class Tally {
  readonly leaves: Buffer[] = []
  size = 0
  private readonly sum = createHash('sha256')

  add(line: string): Buffer {
    const bytes = Buffer.from(`${line}\n`)
    if (line.includes('\n') || bytes.length - 1 > MAX_LINE_BYTES) throw new Error('a sealed line has a line break or more than 256 KiB')
    this.leaves.push(leafHash(bytes.subarray(0, -1)))
    this.size += bytes.length
    this.sum.update(bytes)
    if (this.leaves.length > LIMITS.lines) throw new TooBigError('lines', LIMITS.lines)
    if (this.size > LIMITS.bodyBytes) throw new TooBigError('bytes of lines', LIMITS.bodyBytes)
    return bytes
  }

  digest(): string {
    return this.sum.digest('hex')
  }
}

async function* counted(lines: Lines, tally: Tally, signal: AbortSignal | undefined): AsyncGenerator<Buffer, void, undefined> {
  for await (const line of lines) {
    signal?.throwIfAborted()
    yield tally.add(line)
  }
}

export interface BodyPlan {
  readonly lines: Lines
  readonly recipient: string
  readonly store: (chunks: Chunks) => Promise<Written>
  readonly signal?: AbortSignal | undefined
}

export interface WrittenBody {
  /** What the head says of it. */
  readonly body: BatchHead['body']
  /** Merkle leaf of every line, in order. */
  readonly leaves: readonly Buffer[]
}

/** Writes gzip(NDJSON) encrypted to the batch's own recipient. */
export async function writeBody({ lines, recipient, store, signal }: BodyPlan): Promise<WrittenBody> {
  const tally = new Tally()
  let written: Written | undefined
  await pipeline(counted(lines, tally, signal), createGzip(), async (gzipped: AsyncIterable<Uint8Array>) => {
    written = await store(encryptChunks([recipient], gzipped))
  })
  if (written === undefined) throw new Error('the body was not written')
  if (tally.size > written.size * LIMITS.gzipRatio) throw new TooBigError('bytes of lines per byte of gzip', LIMITS.gzipRatio)
  const { leaves } = tally
  const root = merkleRoot(leaves).toString('hex')
  const { sha256: ct, size } = written
  return { body: { ct, size, pt: tally.digest(), ptSize: tally.size, enc: 'gzip', lines: leaves.length, root }, leaves }
}
