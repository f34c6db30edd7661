import { readFileSync } from 'node:fs'
import { putAttachment } from '#db/attachment/attachment-queries'
import { type Absorbed, Absorber, type Arriving } from '#db/kernel/absorb-lines'
import { judgeTarget, listDecisions } from '#db/kernel/decisions'
import { insertBatchLeaf } from '#db/sync/batch-leaves'
import { getHeadAt, getPrevAt, hasBatch, insertBatch } from '#db/sync/batches'
import { openDecisions } from '#shared/kernel/decisions'
import type { Line } from '#shared/kernel/line'
import { sniffFile } from '../attachment/sniff.ts'
import { appendLine } from '../kernel/log.ts'
import { stamp, timeOf, type World } from '../kernel/world.ts'
import { observePack } from './clock.ts'
import { type BatchReport, reportAgain, reportOf } from './import-report.ts'
import { Brake } from './mass-change.ts'
import type { OpenedBatch } from './opened-batch.ts'

const linesOf = (batch: OpenedBatch): string[] => readFileSync(batch.lines, 'utf8').split('\n').slice(0, -1)

/** The lines that are taken, each with its place in the body; those that were refused are not in the file. */
function* arriving(batch: OpenedBatch): Generator<Arriving, void, undefined> {
  const gone = new Set(batch.refused.map(({ line }) => line - 1))
  let pos = -1
  for (const bytes of linesOf(batch)) {
    do pos += 1
    while (gone.has(pos))
    yield { pos, bytes, line: JSON.parse(bytes) as Line }
  }
}

function insertHead(world: World, batch: OpenedBatch): void {
  const { head, headHash } = batch
  insertBatch(world.db, {
    head: headHash,
    direction: 'in',
    device: head.device,
    epoch: head.epoch,
    seq: head.seq,
    created: head.created,
    bytes: Buffer.from(batch.headBytes, 'base64').toString('utf8'),
    signature: batch.signature,
    file: '',
    journalTo: 0,
    lines: head.body.lines,
    records: batch.records,
    attachments: batch.attachments.length,
  })
  judgeTarget(world.db, world.projections, headHash)
  for (const { line, leaf } of batch.refused) insertBatchLeaf(world.db, headHash, line - 1, Buffer.from(leaf, 'hex'))
}

/**
 * A receipt in this device's own stream, so that the sender learns what arrived; not for a batch of nothing but receipts, and not for one
 * of its own that came back to it after a restore.
 */
function writeReceipt(world: World, { head, headHash }: OpenedBatch, { records, others }: Absorbed): void {
  const { device, epoch, seq } = head
  if (device === world.self.device || (records.size === 0 && !others.some(({ line }) => line.t === 'decision'))) return
  appendLine(world, { t: 'receipt', ...stamp(world), device, epoch, seq, head: headHash, result: 'imported' })
}

/** Every revision of the records that a person left out of this import. */
const unwantedLines = ({ records }: Absorbed, rids: ReadonlySet<string> = new Set()): string[] =>
  [...records].flatMap(([rid, { revisions }]) => (rids.has(rid) ? revisions.map(({ id }) => id) : []))

function exclude(world: World, line: string): void {
  const par = openDecisions(listDecisions(world.db, world.projections, line))
  appendLine(world, { t: 'decision', ...stamp(world), target: line, act: 'exclude', par, why: '导入时不采用' })
}

/** True when another batch stands at this position, or a neighbour knows another: the device, or a copy of it, wrote two histories. */
export const isForked = (world: World, { head, headHash }: Pick<OpenedBatch, 'head' | 'headHash'>): boolean => {
  const { device, epoch, seq, prev } = head
  const here = getHeadAt(world.db, device, epoch, seq) ?? headHash
  const before = getHeadAt(world.db, device, epoch, seq - 1) ?? prev
  const after = getPrevAt(world.db, device, epoch, seq + 1) ?? headHash
  return here !== headHash || before !== prev || after !== headHash
}

export interface Wishes {
  /** Records that come in and are left out by a decision at once. */
  readonly leaveOut?: ReadonlySet<string> | undefined
  /** False where the photos have not come along: a receipt would say that they are safe here. */
  readonly witness?: boolean
}

/** One import of any number of batches, in as many transactions as its caller likes. */
export class Import {
  readonly brake: Brake
  private readonly world: World
  private readonly wishes: Wishes
  private readonly unwanted: string[] = []

  constructor(world: World, wishes: Wishes = {}) {
    this.world = world
    this.wishes = wishes
    this.brake = new Brake(world)
  }

  private take(absorber: Absorber, batch: OpenedBatch): BatchReport {
    const { world, wishes } = this
    if (hasBatch(world.db, batch.headHash)) return reportAgain(world, batch, recordsIn(batch))
    insertHead(world, batch)
    const absorbed = absorber.take(batch.headHash, arriving(batch))
    this.brake.note(batch.head.device, absorbed)
    for (const { sha256, size, path } of batch.attachments)
      putAttachment(world.db, { sha256, size, mime: sniffFile(path), at: timeOf(world) })
    if (wishes.witness !== false) writeReceipt(world, batch, absorbed)
    observePack(world, batch.head)
    this.unwanted.push(...unwantedLines(absorbed, wishes.leaveOut))
    return reportOf(world, batch, absorbed)
  }

  /**
   * Takes opened batches into the store, through the same door as a local edit. Call it in a transaction (import) or in a rehearsal;
   * their attachments must be in the blob store, or still lie in quarantine when nothing is to be kept.
   */
  *steps(batches: Iterable<OpenedBatch>): Generator<BatchReport, void, undefined> {
    const absorber = new Absorber(this.world.db, this.world.projections)
    for (const batch of batches) {
      const report = this.take(absorber, batch)
      absorber.end()
      yield report
    }
    for (const line of this.unwanted.splice(0)) exclude(this.world, line)
  }
}

function recordsIn(batch: OpenedBatch): string[] {
  const lines = [...arriving(batch)].map(({ line }) => line)
  return [...new Set(lines.flatMap((line) => (line.t === 'rev' ? [line.rid] : [])))]
}

/** The same all at once, for whoever has opened batches by another way (a target, batches that were kept). Call it in a transaction. */
export const importBatches = (world: World, batches: readonly OpenedBatch[], wishes: Wishes = {}): BatchReport[] => [
  ...new Import(world, wishes).steps(batches),
]
