import { statfs } from 'node:fs/promises'
import { BatchHead, type BatchPosition, headPath, LIMITS, objectsOf, signaturePath, streamPath } from '#shared/kernel/batch-head'
import type { Watching } from '../kernel/count-bytes.ts'
import { sha256Of, writeWhole } from '../kernel/durable-file.ts'
import type { FetchReply, FetchTask, Trouble } from './courier-task.ts'
import { fetchTrust } from './fetch-trust.ts'
import { readFormat } from './format-file.ts'
import type { ProbedTarget } from './target.ts'
import { fetchObject, listAt, readAt, statAt, type Visit } from './transfer.ts'
import { TroubleError, troubleOf } from './trouble.ts'

const DEVICE = /^[a-z2-7]{26}$/
const EPOCH = /^[0-9a-f]{16}$/
const HEAD = /^(\d{10})\.json$/
const HEAD_OR_SIGNATURE = /^\d{10}\.json(\.sig)?$/

/** What one round takes; the rest comes in the next, after these have been taken in. */
const ROUND = { batches: 100, bytes: 512 * 1024 * 1024 }
/** Of a device that nobody has admitted. */
const STRANGER_BYTES = 200 * 1024 * 1024
/** After so many batches of a stream in a row that are not whole, the rest of it waits for the next exchange. */
const PATIENCE = 20
const AT_ONCE = 4
const SHOWN = 20

type Unsettled = FetchReply['unsettled'][number]
type Stream = Pick<BatchPosition, 'device' | 'epoch'>

function parseHead(bytes: Buffer, at: BatchPosition): BatchHead | null {
  try {
    const head = BatchHead.parse(JSON.parse(bytes.toString('utf8')))
    return headPath(head) === headPath(at) ? head : null
  } catch {
    return null
  }
}

class Fetcher {
  readonly fetched: FetchReply['fetched'] = []
  readonly unsettled: Unsettled[] = []
  readonly ignored: string[] = []
  receivedBytes = 0
  more = false
  private readonly visit: Visit
  private readonly task: FetchTask
  private readonly watching: Watching

  constructor(visit: Visit, task: FetchTask, watching: Watching) {
    this.visit = visit
    this.task = task
    this.watching = watching
  }

  async run(): Promise<void> {
    const { space, folder, trust, what } = this.task
    const theirs = await readFormat(this.visit)
    if (theirs !== null && space !== '' && theirs !== space) throw new TroubleError({ kind: 'otherSpace', space: theirs })
    this.receivedBytes += await fetchTrust(this.visit, folder, trust)
    if (what === 'trust') return
    const streams = await this.streams()
    const work = streams.values()
    const worker = async (): Promise<void> => {
      for (const stream of work) await this.follow(stream)
    }
    const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  private note(path: string): void {
    if (this.ignored.length < SHOWN) this.ignored.push(path.replace(/[^\x20-\x7e\p{L}]/gu, '?').slice(0, 200))
  }

  private async foldersIn(folder: string, pattern: RegExp): Promise<string[]> {
    const entries = await listAt(this.visit, folder)
    const ours = entries.filter((entry) => entry.folder && pattern.test(entry.name))
    for (const entry of entries) if (!ours.includes(entry)) this.note(`${folder}/${entry.name}`)
    return ours.map(({ name }) => name)
  }

  /** The devices in one list, their stretches in one list a device; a stream that this device is writing is its own business. */
  private async streams(): Promise<Stream[]> {
    const { wanted, own } = this.task
    const devices = await this.foldersIn('s', DEVICE)
    const found: Stream[] = []
    for (const device of devices.filter((name) => wanted === null || wanted.includes(name) || name === own.device)) {
      const epochs = await this.foldersIn(`s/${device}`, EPOCH)
      found.push(...epochs.map((epoch) => ({ device, epoch })))
    }
    return found.filter(({ device, epoch }) => device !== own.device || epoch !== own.epoch)
  }

  /** From the first position that is not settled on: one small request when there is nothing new. */
  private async follow(stream: Stream): Promise<void> {
    const { next = 1, skip = [] } = this.task.cursors.find(({ device, epoch }) => device === stream.device && epoch === stream.epoch) ?? {}
    const settled = new Set(skip)
    let broken = 0
    for (let seq = next; broken < PATIENCE; seq += 1) {
      if (settled.has(seq)) continue
      if (this.fetched.length >= ROUND.batches || this.receivedBytes >= ROUND.bytes) {
        this.more = true
        return
      }
      const outcome = await this.take({ ...stream, seq })
      if (outcome === 'absent') return this.leap({ ...stream, seq }, settled)
      broken = outcome === 'broken' ? broken + 1 : 0
    }
  }

  /** Nothing at this position: are there later ones? Then a batch is missing, and the later ones are taken as far as they stand alone. */
  private async leap(at: BatchPosition, settled: ReadonlySet<number>): Promise<void> {
    const { target } = this.visit
    if (!target.listsAfter && (await statAt(this.visit, headPath({ ...at, seq: at.seq + 1 }))) === null) return
    const folder = `${streamPath(at)}/h`
    const names = await listAt(this.visit, folder, headPath(at).slice(folder.length + 1))
    for (const { name } of names) if (!HEAD_OR_SIGNATURE.test(name)) this.note(`${folder}/${name}`)
    const later = names.flatMap(({ name }) => Number(HEAD.exec(name)?.[1] ?? [])).filter((seq) => seq > at.seq && !settled.has(seq))
    const [first] = later
    if (first === undefined) return
    for (let seq = at.seq; seq < first && seq < at.seq + SHOWN; seq += 1)
      if (!settled.has(seq)) this.unsettled.push({ ...at, seq, part: headPath({ ...at, seq }), code: 'missing' })
    for (const seq of later.slice(0, ROUND.batches)) await this.take({ ...at, seq })
  }

  private async take(at: BatchPosition): Promise<'absent' | 'broken' | 'fetched'> {
    const bytes = await readAt(this.visit, headPath(at), LIMITS.headBytes)
    if (bytes === null) return 'absent'
    const head = bytes === 'tooBig' ? null : parseHead(bytes, at)
    if (bytes === 'tooBig' || head === null) return this.broken(at, headPath(at), bytes === 'tooBig' ? 'tooBig' : 'badHead')
    this.receivedBytes += bytes.length
    return (await this.whyNot(head)) ?? (await this.takeObjects(head, bytes))
  }

  private broken({ device, epoch, seq }: BatchPosition, part: string, code: Unsettled['code']): 'broken' {
    this.unsettled.push({ device, epoch, seq, part, code })
    return 'broken'
  }

  private async whyNot(head: BatchHead): Promise<'broken' | null> {
    const { space, trusted, folder } = this.task
    if (head.space !== space && head.space !== '' && space !== '') return this.broken(head, headPath(head), 'wrongSpace')
    const bytes = objectsOf(head).reduce((sum, { size }) => sum + size, 0)
    const { bavail, bsize } = await statfs(folder)
    const limit = trusted.includes(head.device) ? Number.POSITIVE_INFINITY : STRANGER_BYTES
    return bytes > Math.min(limit, bavail * bsize) ? this.broken(head, headPath(head), 'tooBig') : null
  }

  /** The head is written last, here as on the target: what has one is whole. */
  private async takeObjects(head: BatchHead, bytes: Buffer): Promise<'broken' | 'fetched'> {
    const signature = await readAt(this.visit, signaturePath(head), LIMITS.signatureBytes)
    if (signature === null || signature === 'tooBig')
      return this.broken(head, signaturePath(head), signature === null ? 'missing' : 'tooBig')
    for (const object of objectsOf(head)) {
      const outcome = await fetchObject(this.visit, this.task.folder, object, (count) => {
        this.watching.signal?.throwIfAborted()
        this.receivedBytes += count
      })
      if (outcome !== 'there') return this.broken(head, object.path, outcome)
    }
    await writeWhole(this.task.folder, signaturePath(head), signature)
    await writeWhole(this.task.folder, headPath(head), bytes)
    const { device, epoch, seq } = head
    const size = objectsOf(head).reduce((sum, object) => sum + object.size, bytes.length + signature.length)
    this.fetched.push({ device, epoch, seq, head: sha256Of(bytes), bytes: size })
    this.watching.onProgress?.({ stage: 'fetch', done: this.fetched.length, total: 0 })
    return 'fetched'
  }
}

/** Brings what others have published since the last time, as far as it is whole, into a folder laid out like the target. */
export async function fetchBatches(
  visit: Visit & { readonly target: ProbedTarget },
  task: FetchTask,
  watching: Watching,
): Promise<FetchReply> {
  const fetcher = new Fetcher(visit, task, watching)
  const trouble = await fetcher.run().then((): Trouble | null => null, troubleOf)
  const { fetched, unsettled, receivedBytes, more, ignored } = fetcher
  return { fetched, unsettled, receivedBytes, more, ignored, trouble, clockOffset: visit.target.clockOffset() }
}
