import { readFileSync } from 'node:fs'
import { putAttachment } from '#db/attachment/attachment-queries'
import { judgeTarget } from '#db/kernel/decisions'
import { insertLine } from '#db/kernel/lines'
import { absorbLine } from '#db/kernel/project'
import { projectRecord } from '#db/kernel/project-record'
import { countSameNumber, getRecord, getSummary } from '#db/kernel/records'
import { getHeadAt, getPrevAt, hasBatch, insertBatch, insertBatchLine } from '#db/sync/batches'
import { parseSealed } from '#shared/kernel/kind'
import { Line, type RevisionLine } from '#shared/kernel/line'
import { Review } from '#shared/kernel/record-contract'
import type { ImportReport } from '#shared/sync/sync-contract'
import { hasOriginal } from '../attachment/blob-store.ts'
import { sniffFile } from '../attachment/sniff.ts'
import type { OpenReply } from '../intake/intake-task.ts'
import { appendLine } from '../kernel/log.ts'
import { kindOf, stamp, timeOf, type World } from '../kernel/world.ts'

export type OpenedBatch = Extract<OpenReply, { ok: true }>['value']['batches'][number]
type Refusal = ImportReport['refused'][number]
type Outcome = ImportReport['items'][number]['outcome']

/** Why a sealed document may not come in; null when it may. A kind or version from the future is kept and held, not refused. */
function refusalOf(world: World, line: RevisionLine): { readonly code: string; readonly facts: unknown } | null {
  if ((line.demo === true) !== world.self.demo) return { code: 'line.demo', facts: {} }
  const kind = kindOf(world, line.kind)
  if (kind === undefined || line.sch > kind.version) return null
  const { review, ...doc } = line.doc
  if (review !== undefined && !Review.safeParse(review).success)
    return { code: 'field.invalid', facts: { path: '/review', expected: 'object' } }
  const parsed = parseSealed(kind, doc)
  if (parsed.ok) return null
  const [{ code, path, facts }] = parsed.problems
  return { code, facts: { ...facts, path } }
}

class Import {
  readonly refused: Refusal[]
  readonly outcomes = new Map<string, Outcome>()
  readonly touched = new Set<string>()
  held = 0
  receipts = 0
  decisions = 0
  private readonly world: World
  private readonly batch: OpenedBatch
  private readonly known = new Map<string, boolean>()

  constructor(world: World, batch: OpenedBatch) {
    this.world = world
    this.batch = batch
    this.refused = [...batch.refused]
  }

  /** One line through the same door as a local edit: log, batch, core tables. */
  take(bytes: string, number: number): void {
    const line = Line.parse(JSON.parse(bytes))
    const refusal = line.t === 'rev' ? refusalOf(this.world, line) : null
    if (refusal !== null) {
      this.refused.push({ line: number, ...refusal })
      return
    }
    if (line.t === 'rev') this.noteBefore(line.rid)
    const { id, fresh } = insertLine(this.world.db, bytes, line.t, this.batch.headHash)
    insertBatchLine(this.world.db, this.batch.headHash, number - 1, id)
    for (const rid of absorbLine(this.world.db, this.world.projections, id, line)) this.touched.add(rid)
    if (line.t === 'rev') this.noteOutcome(line, fresh)
    if (line.t === 'decision') this.decisions += 1
    if (line.t === 'receipt' && line.device === this.world.self.device) this.receipts += 1
  }

  private noteBefore(rid: string): void {
    if (!this.known.has(rid)) this.known.set(rid, getRecord(this.world.db, rid) !== null)
  }

  private noteOutcome(line: RevisionLine, fresh: boolean): void {
    const kind = kindOf(this.world, line.kind)
    if (kind === undefined || line.sch > kind.version) this.held += 1
    const before = this.outcomes.get(line.rid)
    if (this.known.get(line.rid) === false) this.outcomes.set(line.rid, 'new')
    else this.outcomes.set(line.rid, fresh || before === 'changed' ? 'changed' : 'identical')
  }
}

const count = (outcomes: Import['outcomes'], wanted: Outcome): number =>
  [...outcomes.values()].filter((outcome) => outcome === wanted).length

function reportOf(world: World, batch: OpenedBatch, done: Import, from: string): Omit<ImportReport, 'applied'> {
  const { head, headHash, attachments } = batch
  const records = [...done.outcomes].map(([rid, outcome]) => ({ rid, outcome, record: getRecord(world.db, rid) }))
  const named = records.flatMap(({ record }) => record?.attachments ?? [])
  const brought = new Set(attachments.map(({ sha256 }) => sha256))
  return {
    head: headHash,
    device: head.device,
    from,
    seq: head.seq,
    created: head.created,
    alreadyImported: false,
    new: count(done.outcomes, 'new'),
    changed: count(done.outcomes, 'changed'),
    identical: count(done.outcomes, 'identical'),
    conflicts: records.filter(({ record }) => (record?.conflicts.length ?? 0) > 0).length,
    duplicates: records.filter(({ outcome, record }) => outcome === 'new' && record !== null && countSameNumber(world.db, record) > 0)
      .length,
    held: done.held,
    refused: done.refused,
    receipts: done.receipts,
    decisions: done.decisions,
    newer: done.held,
    missing: [],
    clockOffset: null,
    massChange: null,
    photos: attachments.length,
    photosMissing: named.filter(({ sha256 }) => !brought.has(sha256) && !hasOriginal(world.folder, sha256)).length,
    items: records.slice(0, 200).flatMap(({ rid, outcome }) => {
      const summary = getSummary(world.db, rid)
      return summary === null
        ? []
        : [
            {
              ...summary,
              outcome,
            },
          ]
    }),
  }
}

/** A receipt in this device's own stream, so that the sender learns what arrived; not for a batch of nothing but receipts. */
function writeReceipt(world: World, { head, headHash }: OpenedBatch, done: Import): void {
  if (done.outcomes.size === 0) return
  const { device, epoch, seq } = head
  appendLine(world, { t: 'receipt', ...stamp(world), device, epoch, seq, head: headHash, result: 'imported' })
}

const linesOf = (batch: OpenedBatch): string[] => readFileSync(batch.lines, 'utf8').split('\n').slice(0, -1)

/** The records that revisions of these lines belong to. */
function recordsIn(lines: readonly string[]): ReadonlySet<string> {
  const parsed = lines.map((line) => JSON.parse(line) as { readonly t: string; readonly rid?: string })
  return new Set(parsed.flatMap(({ t, rid }) => (t === 'rev' && rid !== undefined ? [rid] : [])))
}

function insertAll(world: World, batch: OpenedBatch, done: Import): void {
  const { head, headHash } = batch
  const lines = linesOf(batch)
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
    records: recordsIn(lines).size,
    attachments: batch.attachments.length,
  })
  judgeTarget(world.db, world.projections, headHash)
  const gone = new Set(batch.refused.map(({ line }) => line))
  let number = 0 // of the line in the body, from 1; the refused ones are not in the file
  for (const bytes of lines) {
    do number += 1
    while (gone.has(number))
    done.take(bytes, number)
  }
  for (const rid of done.touched) projectRecord(world.db, world.projections, rid)
  for (const { sha256, size, path } of batch.attachments)
    putAttachment(world.db, { sha256, size, mime: sniffFile(path), at: timeOf(world) })
  writeReceipt(world, batch, done)
}

/** True when another batch stands at this position, or a neighbour knows another: the device, or a copy of it, wrote two histories. */
export const isForked = (world: World, { head, headHash }: Pick<OpenedBatch, 'head' | 'headHash'>): boolean => {
  const { device, epoch, seq, prev } = head
  const here = getHeadAt(world.db, device, epoch, seq) ?? headHash
  const before = getHeadAt(world.db, device, epoch, seq - 1) ?? prev
  const after = getPrevAt(world.db, device, epoch, seq + 1) ?? headHash
  return here !== headHash || before !== prev || after !== headHash
}

/**
 * Takes an opened batch into the store: every line through the same door as a local edit. Call it in a transaction (import) or a
 * rehearsal; the attachments must be in the blob store, or still lie in quarantine when nothing is to be kept.
 */
export function importBatch(world: World, batch: OpenedBatch, from: string): Omit<ImportReport, 'applied'> {
  if (hasBatch(world.db, batch.headHash)) return countIdentical(world, batch, from)
  const done = new Import(world, batch)
  insertAll(world, batch, done)
  return reportOf(world, batch, done, from)
}

/** The same batch again: everything in it is here already. */
function countIdentical(world: World, batch: OpenedBatch, from: string): Omit<ImportReport, 'applied'> {
  const records = recordsIn(linesOf(batch))
  const items = [...records].slice(0, 200).flatMap((rid) => {
    const summary = getSummary(world.db, rid)
    return summary === null ? [] : [{ ...summary, outcome: 'identical' as const }]
  })
  const {
    headHash: head,
    head: { device, seq, created },
  } = batch
  return {
    head,
    device,
    from,
    seq,
    created,
    alreadyImported: true,
    identical: records.size,
    items,
    new: 0,
    changed: 0,
    conflicts: 0,
    duplicates: 0,
    held: 0,
    refused: [],
    receipts: 0,
    decisions: 0,
    newer: 0,
    missing: [],
    clockOffset: null,
    massChange: null,
    photos: 0,
    photosMissing: 0,
  }
}
