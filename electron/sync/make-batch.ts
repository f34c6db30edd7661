import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { listRecordsOf } from '#db/kernel/decisions'
import { journalEnd } from '#db/kernel/journal'
import { projectRecords } from '#db/kernel/project-record'
import { listOut, listUnpublished, packedTo, type StoredBatch, setBatchFile } from '#db/sync/batches'
import { listUnconfirmed } from '#db/sync/places'
import { BatchHead } from '#shared/kernel/batch-head'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { MadeBatch, SyncProblem } from '#shared/sync/sync-contract'
import type { CallOptions, World } from '../kernel/world.ts'
import { trustFiles } from '../profile/trust-files.ts'
import { getTrust, listTrusted } from '../profile/trust-store.ts'
import type { Addressee } from './batch-writer.ts'
import { writePieces } from './bundle-pieces.ts'
import { confirmationOf } from './confirmation.ts'
import { type Span, sealBatches, stagingOf } from './seal-batch.ts'
import { isWhole } from './staging.ts'

/** Files may take this part of a bundle: beside them stand the lines, of which a batch has 32 MiB at most. */
const FILES_SHARE = 0.75

type JournalSpan = Pick<Span, 'after' | 'upTo'>
const spanOf = ({ bytes, journalTo }: StoredBatch): JournalSpan => ({
  after: BatchHead.parse(JSON.parse(bytes)).journal.from - 1,
  upTo: journalTo,
})

/** Whom batches of this device are for: the supervisors an inspector pinned, the devices a supervisor enrolled. */
export const recipientsOf = (world: World): ReturnType<typeof listTrusted> =>
  listTrusted(world).filter(({ card }) => world.self.role === 'supervisor' || card.role === 'supervisor')

/** The same with this device itself, which reads its own batches again after a restore, and the keys that are kept for the worst day. */
export const addresseesOf = (world: World): Addressee[] => [
  { id: world.self.device, box: world.recipient },
  ...recipientsOf(world).map(({ device, box }) => ({ id: device, box })),
  ...(getTrust(world)?.list.recovery ?? []).map((box) => ({ id: 'recovery', box })),
]

/** From now on the records of these batches are packed. */
function markPublished(world: World, batches: readonly StoredBatch[], file: string): void {
  for (const { head } of batches) setBatchFile(world.db, head, file)
  const records = batches.flatMap(({ head }) => listRecordsOf(world.db, head))
  projectRecords(world.db, world.projections, new Set(records))
}

/** Puts sealed batches into one bundle, or as many as are needed. */
async function publish(world: World, batches: readonly StoredBatch[], order: Order): Promise<Result<MadeBatch, SyncProblem>> {
  const last = batches.at(-1)
  if (last === undefined) return refuse(problem('sync.nothingToPack', '', {}))
  const { file, bundleBytes, options } = order
  const pieces = await writePieces({
    file,
    staging: stagingOf(world),
    batches,
    trust: trustFiles(world),
    maxBytes: bundleBytes,
    ...options,
  })
  if (!pieces.ok) return pieces
  world.db.transaction(() => {
    for (const piece of pieces.value) markPublished(world, piece.batches, piece.file)
  })
  world.changed('sync', ...world.projections.kinds.keys())
  const total = (member: 'records' | 'attachments'): number => batches.reduce((sum, batch) => sum + batch[member], 0)
  const bytes = pieces.value.reduce((sum, piece) => sum + piece.bytes, 0)
  const { head, seq } = last
  return ok({
    files: pieces.value.map((piece) => piece.file),
    head,
    seq,
    records: total('records'),
    attachments: total('attachments'),
    bytes,
  })
}

function whyNot(world: World, file: string): SyncProblem | null {
  const recipients = recipientsOf(world)
  if (recipients.length === 0) return problem('sync.noRecipient', '', {})
  if (recipients.some(({ card }) => (card.demo === true) !== world.self.demo)) return problem('sync.demoProfile', '', {})
  if (existsSync(file)) return problem('sync.fileExists', '', { file })
  return existsSync(dirname(file)) ? null : problem('sync.cannotWrite', '', { file, reason: 'ENOENT' })
}

interface Order {
  readonly file: string
  /** All lines, again. */
  readonly everything: boolean
  /** Also the batches that went out before and that too few have confirmed. */
  readonly unconfirmed: boolean
  /** How much one file of the bundle may hold. */
  readonly bundleBytes: number
  readonly options: CallOptions
}

const unconfirmedBatches = (world: World): StoredBatch[] => listOut(world.db, listUnconfirmed(world.db, confirmationOf(world)))

/** Stretches of the journal whose batches are gone from the outbox before anybody confirmed them: their lines are sealed once more. */
async function lostSpans(world: World, batches: readonly StoredBatch[]): Promise<JournalSpan[]> {
  const spans: JournalSpan[] = []
  for (const batch of batches) if (!(await isWhole(stagingOf(world), batch))) spans.push(spanOf(batch))
  return spans
}

async function sealWhatIsNew(world: World, { everything, unconfirmed, bundleBytes, options }: Order): Promise<Result<null, SyncProblem>> {
  const lost = unconfirmed && !everything ? await lostSpans(world, unconfirmedBatches(world)) : []
  const fresh = { after: everything ? 0 : packedTo(world.db), upTo: journalEnd(world.db).seq }
  const to = addresseesOf(world)
  const fileBytes = Math.floor(bundleBytes * FILES_SHARE)
  for (const span of [...lost, fresh]) {
    const sealed = await sealBatches(world, { ...span, fileBytes }, to, options)
    if (!sealed.ok) return sealed
  }
  return ok(null)
}

/** The batches that are to travel: never given to anybody, and, when asked for, those nobody confirmed; the same bytes each time. */
async function toPublish(world: World, { unconfirmed }: Order): Promise<StoredBatch[]> {
  if (!unconfirmed) return listUnpublished(world.db)
  const batches: StoredBatch[] = []
  for (const batch of unconfirmedBatches(world)) if (await isWhole(stagingOf(world), batch)) batches.push(batch)
  return batches
}

/**
 * Seals what is new (or everything, again) and writes it, with whatever was sealed before and never got out, into one bundle.
 * A batch is recorded before it is published (docs/decisions/005): when the last step fails, the next bundle carries it.
 */
export async function makeBatch(world: World, order: Order): Promise<Result<MadeBatch, SyncProblem>> {
  const reason = whyNot(world, order.file)
  if (reason !== null) return refuse(reason)
  const sealed = await sealWhatIsNew(world, order)
  return sealed.ok ? publish(world, await toPublish(world, order), order) : sealed
}
