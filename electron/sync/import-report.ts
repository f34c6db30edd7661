import type { Absorbed, RecordChange } from '#db/kernel/absorb-lines'
import { countSameNumber, getSummary } from '#db/kernel/records'
import { listMissing } from '#db/sync/batches'
import { isNewer } from '#shared/kernel/check-line'
import type { RevisionLine } from '#shared/kernel/line'
import type { ImportReport } from '#shared/sync/sync-contract'
import { hasOriginal } from '../attachment/blob-store.ts'
import { kindOf, type World } from '../kernel/world.ts'
import { deviceName } from '../profile/trust-store.ts'
import type { OpenedBatch } from './opened-batch.ts'

/** What an import says of one batch; whether it was applied is for whoever ends the transaction to say. */
export type BatchReport = Omit<ImportReport, 'applied'>
type Outcome = ImportReport['items'][number]['outcome']

/** As many records as a person looks through before accepting. */
const SHOWN = 200
const MISSING_SHOWN = 100
/** What a clock may be off without a word: people set them by hand. */
const CLOCK_MINUTES = 10

const outcomeOf = ({ known, fresh }: RecordChange): Outcome => {
  if (!known) return 'new'
  return fresh ? 'changed' : 'identical'
}

function itemsOf(world: World, outcomes: readonly (readonly [string, Outcome])[]): ImportReport['items'] {
  return outcomes.slice(0, SHOWN).flatMap(([rid, outcome]) => {
    const summary = getSummary(world.db, rid)
    return summary === null ? [] : [{ ...summary, outcome }]
  })
}

/** The time a batch gives itself lies ahead of ours by so many seconds; one that lies behind may just have travelled long. */
function clockAhead(world: World, created: string): number | null {
  const seconds = Math.round((Date.parse(created) - world.clock().getTime()) / 1000)
  return seconds > CLOCK_MINUTES * 60 ? seconds : null
}

const blank = (world: World, { head, headHash }: OpenedBatch): BatchReport => ({
  head: headHash,
  device: head.device,
  from: deviceName(world, head.device),
  seq: head.seq,
  created: head.created,
  alreadyImported: false,
  new: 0,
  changed: 0,
  identical: 0,
  conflicts: 0,
  duplicates: 0,
  held: 0,
  refused: [],
  receipts: 0,
  decisions: 0,
  newer: 0,
  missing: listMissing(world.db, head, MISSING_SHOWN),
  clockOffset: clockAhead(world, head.created),
  massChange: null,
  photos: 0,
  photosMissing: 0,
  items: [],
})

const isFromTheFuture = (world: World, { kind, sch }: RevisionLine): boolean => {
  const known = kindOf(world, kind)
  return known === undefined || sch > known.version
}

/** Lines that wait: for what they stand upon, or for an app that knows them. */
function countWaiting(world: World, { records, others }: Absorbed): Pick<BatchReport, 'held' | 'newer'> {
  let newer = others.filter(({ line }) => isNewer(line)).length
  for (const { revisions } of records.values()) for (const { line } of revisions) if (isFromTheFuture(world, line)) newer += 1
  return { newer, held: newer }
}

function countPhotos(world: World, batch: OpenedBatch, { records }: Absorbed): Pick<BatchReport, 'photos' | 'photosMissing'> {
  const brought = new Set(batch.attachments.map(({ sha256 }) => sha256))
  let photosMissing = 0
  for (const { rows } of records.values())
    for (const { sha256 } of rows[0]?.attachments ?? []) if (!brought.has(sha256) && !hasOriginal(world.folder, sha256)) photosMissing += 1
  return { photos: batch.attachments.length, photosMissing }
}

export function reportOf(world: World, batch: OpenedBatch, absorbed: Absorbed): BatchReport {
  const outcomes = [...absorbed.records].map(([rid, change]) => [rid, outcomeOf(change)] as const)
  const count = (wanted: Outcome): number => outcomes.filter(([, outcome]) => outcome === wanted).length
  const rows = [...absorbed.records.values()].flatMap((change) => change.rows.at(-1) ?? [])
  const fresh = [...absorbed.records.values()].flatMap((change) => (change.known ? [] : (change.rows.at(-1) ?? [])))
  const lines = absorbed.others.map(({ line }) => line)
  return {
    ...blank(world, batch),
    new: count('new'),
    changed: count('changed'),
    identical: count('identical'),
    conflicts: rows.filter(({ conflicts }) => conflicts.length > 0).length,
    duplicates: fresh.filter((row) => countSameNumber(world.db, row) > 0).length,
    ...countWaiting(world, absorbed),
    refused: batch.refused.map(({ leaf: _leaf, ...refused }) => refused),
    receipts: lines.filter((line) => line.t === 'receipt' && line.device === world.self.device).length,
    decisions: lines.filter(({ t }) => t === 'decision').length,
    ...countPhotos(world, batch, absorbed),
    items: itemsOf(world, outcomes),
  }
}

/** The same batch again: everything in it is here already. */
export function reportAgain(world: World, batch: OpenedBatch, records: readonly string[]): BatchReport {
  const items = itemsOf(
    world,
    records.map((rid) => [rid, 'identical']),
  )
  return { ...blank(world, batch), alreadyImported: true, identical: records.length, items, missing: [], clockOffset: null }
}

/** What a sound bundle holds besides and is not taken is told, never passed over. */
export const leftOutLine = (seq: number, faults: readonly unknown[]): ImportReport['refused'][number] => ({
  line: 0,
  code: 'sync.batchLeftOut',
  facts: { seq, faults },
})
