import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { BatchHead } from '#shared/kernel/batch-head'
import { bodyPath } from '#shared/kernel/batch-head'
import type { LineProblem } from '#shared/kernel/check-line'
import { checkLine } from '#shared/kernel/check-line'
import type { AttachmentLine, Line } from '#shared/kernel/line'
import { MAX_LINE_BYTES } from '#shared/kernel/line'
import type { Result } from '#shared/kernel/result'
import { problem, refuse } from '#shared/kernel/result'
import { decryptChunks } from '../kernel/age.ts'
import type { Chunks } from '../kernel/durable-file.ts'
import { leafHash, merkleRoot } from '../sync/merkle.ts'
import type { JudgeLine, LineFault } from './judge-line.ts'
import { FaultError, isSystemError } from './verdict.ts'
import { audienceOf, decodeUtf8 } from './verify-head.ts'

/** A line that is not taken: its number in the body (from 1) and why. */
export interface RefusedLine {
  readonly line: number
  /** Its Merkle leaf (hex): with it, the lines that were taken can still be proven. */
  readonly leaf: string
  readonly code: string
  readonly facts: unknown
}

export interface OpenBody {
  /** Whom the batch says it is for: device ids, `recovery`. */
  readonly to: readonly string[]
  readonly attachments: readonly AttachmentLine[]
  readonly refused: readonly RefusedLine[]
  /** How many records its good lines speak of. */
  readonly records: number
}

const LF = 0x0a

/** Cuts bytes at each LF. A body that does not end with one is damaged; so is a line that never ends. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<Buffer, void, undefined> {
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let from = 0
    const bytes = Buffer.concat([rest, chunk])
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      yield bytes.subarray(from, at)
      from = at + 1
    }
    rest = bytes.subarray(from)
    if (rest.length > 16 * MAX_LINE_BYTES) throw new FaultError('damaged', part)
  }
  if (rest.length > 0) throw new FaultError('damaged', part)
}

/** Compares the plaintext with what the head committed to, while it flows by; stops at the first byte too many. */
class Commitment {
  private readonly sum = createHash('sha256')
  private readonly leaves: Buffer[] = []
  private size = 0
  private readonly body: BatchHead['body']
  private readonly part: string
  constructor(head: BatchHead) {
    this.body = head.body
    this.part = bodyPath(head, head.body.ct)
  }
  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of chunks) {
      this.size += chunk.length
      if (this.size > this.body.ptSize) throw new FaultError('tooBig', this.part)
      this.sum.update(chunk)
      yield chunk
    }
  }
  addLine(line: Buffer): number {
    this.leaves.push(leafHash(line))
    if (this.leaves.length > this.body.lines) throw new FaultError('damaged', this.part)
    return this.leaves.length
  }
  settle(): void {
    const whole = this.size === this.body.ptSize && this.sum.digest('hex') === this.body.pt
    const allLines = this.leaves.length === this.body.lines && merkleRoot(this.leaves).toString('hex') === this.body.root
    if (!whole || !allLines) throw new FaultError('damaged', this.part)
  }
}

/** Takes the lines one by one: the envelope first, then the attachments, then everything else. */
class Sorter {
  to: readonly string[] = []
  readonly attachments: AttachmentLine[] = []
  readonly refused: RefusedLine[] = []
  readonly records = new Set<string>()
  private readonly head: BatchHead
  private readonly part: string
  private readonly judge: JudgeLine
  constructor(head: BatchHead, judge: JudgeLine = () => null) {
    this.head = head
    this.judge = judge
    this.part = bodyPath(head, head.body.ct)
  }

  private check(bytes: Buffer): Result<Line, LineProblem> {
    const text = bytes.length > MAX_LINE_BYTES ? null : decodeUtf8(bytes)
    if (text !== null) return checkLine(text, this.head.device)
    return refuse(
      bytes.length > MAX_LINE_BYTES ? problem<'line.overLimit'>('line.overLimit') : problem<'line.notCanonical'>('line.notCanonical'),
    )
  }

  /** True when the line may be kept. One of a later app is, but for the envelope: without it nobody knows whom the batch is for. */
  take(bytes: Buffer, number: number): boolean {
    const checked = this.check(bytes)
    if (checked.ok) return this.takeSound(checked.value, bytes, number)
    const [{ code, path, facts }] = checked.problems
    if (code === 'line.newer') {
      if (number === 1) throw new FaultError('needsNewerApp', this.part)
      return true
    }
    if (number === 1) throw new FaultError('badLine', this.part)
    return this.refuse(bytes, number, { code, facts: { ...facts, path } })
  }

  private takeSound(line: Line, bytes: Buffer, number: number): boolean {
    this.place(line, number)
    const fault = line.t === 'rev' ? this.judge(line) : null
    if (fault !== null) return this.refuse(bytes, number, fault)
    if (line.t === 'rev') this.records.add(line.rid)
    return true
  }

  private refuse(bytes: Buffer, number: number, { code, facts }: LineFault): false {
    this.refused.push({ line: number, leaf: leafHash(bytes).toString('hex'), code, facts })
    return false
  }

  private place(line: Line, number: number): void {
    if ((number === 1) !== (line.t === 'env')) throw new FaultError('badLine', this.part)
    if (line.t === 'env') {
      this.to = line.to
      if (audienceOf(line.to) !== this.head.aud) throw new FaultError('badLine', this.part)
    }
    if (line.t !== 'att') return
    if (this.attachments.length + 2 !== number) throw new FaultError('badLine', this.part)
    this.attachments.push(line)
  }
}

export interface BodySource {
  readonly head: BatchHead
  readonly identity: string
  readonly object: Chunks
  /** What must hold of a document beyond the shape of its line. */
  readonly judge?: JudgeLine | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Decrypts and unpacks a body, checks it against its head and each line against its schema, and writes the good lines, verbatim, to
 * a new file. Throws FaultError naming the body: damaged, tooBig (a gzip bomb), badLine (envelope or attachment list),
 * needsNewerApp.
 */
export async function openBody({ head, identity, object, judge, signal }: BodySource, file: string): Promise<OpenBody> {
  const commitment = new Commitment(head)
  const sorter = new Sorter(head, judge)
  const part = bodyPath(head, head.body.ct)
  async function* goodLines(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const line of splitLines(commitment.watch(plain), part)) {
      signal?.throwIfAborted()
      if (sorter.take(line, commitment.addLine(line))) yield Buffer.concat([line, Uint8Array.of(LF)])
    }
    commitment.settle()
  }
  try {
    await pipeline(decryptChunks(identity, object), createGunzip(), goodLines, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof FaultError || isSystemError(error)) throw error
    throw new FaultError('damaged', part, { cause: error })
  }
  return { to: sorter.to, attachments: sorter.attachments, refused: sorter.refused, records: sorter.records.size }
}
