import { rmSync } from 'node:fs'
import { platform, release } from 'node:os'
import { join } from 'node:path'
import { barReason, judgeTarget } from '#db/kernel/decisions'
import { type JournalLine, listJournalLines } from '#db/kernel/journal'
import { getLineBytes } from '#db/kernel/lines'
import { projectRecord } from '#db/kernel/project-record'
import { insertBatchLeaf } from '#db/sync/batch-leaves'
import { insertBatch, insertBatchLine, listSeen, streamEnd } from '#db/sync/batches'
import { headPath } from '#shared/kernel/batch-head'
import { NO_HASH } from '#shared/kernel/ids'
import type { RevisionLine } from '#shared/kernel/line'
import { ok, type Result } from '#shared/kernel/result'
import type { SyncProblem } from '#shared/sync/sync-contract'
import { hasOriginal, originalPath } from '../attachment/blob-store.ts'
import { APP_VERSION } from '../kernel/app-version.ts'
import { type CallOptions, stamp, timeOf, type World } from '../kernel/world.ts'
import { getTrust } from '../profile/trust-store.ts'
import type { AttachmentFile } from './attachment-parts.ts'
import { type Addressee, type BatchFacts, type StagedBatch, writeBatch } from './batch-writer.ts'
import { epochOf, forkOf } from './new-epoch.ts'
import { spaceOf } from './space.ts'
import { sweepStaging } from './staging.ts'

/** Half of what one batch may hold (LIMITS), so that the lines about its attachments always have room. */
const MAX_LINES = 5000
const MAX_BYTES = 32 * 1024 * 1024
const MAX_FILES = 1500

export const stagingOf = (world: Pick<World, 'folder'>): string => join(world.folder, 'outbox')

const revisionOf = ({ type, bytes }: JournalLine): RevisionLine | null => (type === 'rev' ? (JSON.parse(bytes) as RevisionLine) : null)

const filesNamedBy = (world: World, line: string): string[] =>
  (JSON.parse(getLineBytes(world.db, line) ?? '{"att":[]}') as RevisionLine).att.map(({ sha256 }) => sha256)

/** The files a line brings: what a parent already named travels with the parent; what is gone from the disk is told by `check`. */
function filesOf(world: World, line: JournalLine): AttachmentFile[] {
  const revision = revisionOf(line)
  if (revision === null) return []
  const before = new Set(revision.par.flatMap((parent) => filesNamedBy(world, parent)))
  return revision.att
    .filter(({ sha256 }) => !before.has(sha256) && hasOriginal(world.folder, sha256))
    .map(({ sha256, size }) => ({ sha256, size, path: originalPath(world.folder, sha256) }))
}

/** A stretch of the journal, and how many bytes of files one batch may bring, so that a bundle always takes it. */
export interface Span {
  readonly after: number
  readonly upTo: number
  readonly fileBytes: number
}

interface Load {
  readonly lines: readonly JournalLine[]
  readonly files: readonly AttachmentFile[]
}

const sizeOf = (files: Iterable<AttachmentFile>): number => [...files].reduce((sum, { size }) => sum + size, 0)

/** As many lines after a position as one batch takes; at least one. */
function nextLoad(world: World, { after, upTo, fileBytes }: Span): Load {
  const lines: JournalLine[] = []
  const files = new Map<string, AttachmentFile>()
  let bytes = 0
  let filesSize = 0
  for (const line of listJournalLines(world.db, after, Math.min(MAX_LINES, upTo - after))) {
    const brought = filesOf(world, line).filter(({ sha256 }) => !files.has(sha256))
    bytes += Buffer.byteLength(line.bytes)
    filesSize += sizeOf(brought)
    const full = bytes > MAX_BYTES || filesSize > fileBytes || files.size + brought.length > MAX_FILES
    if (lines.length > 0 && full) break
    lines.push(line)
    for (const file of brought) files.set(file.sha256, file)
  }
  return { lines, files: [...files.values()] }
}

function factsOf(world: World, after: number, { seq: to, chain }: JournalLine): BatchFacts {
  const epoch = epochOf(world)
  const { device } = world.self
  const end = streamEnd(world.db, device, epoch)
  const trust = getTrust(world)
  const fork = end.seq === 0 ? forkOf(world) : null
  return {
    ...(fork === null ? {} : { forkOf: fork }),
    space: spaceOf(world),
    device,
    epoch,
    seq: end.seq + 1,
    prev: end.head ?? NO_HASH,
    created: timeOf(world),
    app: {
      ver: APP_VERSION,
      build: world.runtime.fallback ? 'fallback' : 'release',
      os: `${platform()} ${release()}`.slice(0, 80),
    },
    trust: { ver: trust?.list.ver ?? 0, hash: trust?.listHash ?? NO_HASH },
    seen: listSeen(world.db),
    journal: { from: after + 1, to, chain },
  }
}

/** What was sealed but never entered in the store (the process died in between) was never given to anybody: it is removed. */
async function clearUnrecorded(world: World, facts: BatchFacts): Promise<void> {
  rmSync(join(stagingOf(world), headPath(facts)), { force: true })
  await sweepStaging(stagingOf(world), facts)
}

function record(world: World, { head, headHash, headBytes, signature, leaves }: StagedBatch, { lines, files }: Load): void {
  const records = new Set(lines.flatMap((line) => revisionOf(line)?.rid ?? []))
  world.db.transaction(() => {
    insertBatch(world.db, {
      head: headHash,
      direction: 'out',
      device: head.device,
      epoch: head.epoch,
      seq: head.seq,
      created: head.created,
      bytes: Buffer.from(headBytes).toString('utf8'),
      signature,
      file: '',
      lines: head.body.lines,
      records: records.size,
      attachments: files.length,
      journalTo: head.journal.to,
    })
    const first = head.body.lines - lines.length // after the lines that belong to the batch itself
    leaves.slice(0, first).forEach((leaf, index) => {
      insertBatchLeaf(world.db, headHash, index, leaf)
    })
    lines.forEach(({ id }, index) => {
      insertBatchLine(world.db, headHash, first + index, id)
    })
    judgeTarget(world.db, world.projections, headHash) // what a device seals that lost its trust counts nowhere, nor on itself
    if (barReason(world.db, headHash) !== null) for (const rid of records) projectRecord(world.db, world.projections, rid)
  })
}

async function sealLoad(world: World, span: Span, to: readonly Addressee[], options: CallOptions): Promise<Result<number, SyncProblem>> {
  const load = nextLoad(world, span)
  const last = load.lines.at(-1)
  if (last === undefined) throw new Error('nothing to seal')
  const facts = factsOf(world, span.after, last)
  await clearUnrecorded(world, facts)
  const staged = await writeBatch({
    facts,
    lines: load.lines.map(({ bytes }) => bytes),
    attachments: load.files,
    to,
    signer: world.key,
    staging: stagingOf(world),
    stamp: () => {
      const { v: _v, ...common } = stamp(world)
      return common
    },
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  if (!staged.ok) return staged
  record(world, staged.value, load)
  return ok(last.seq)
}

/** Seals every line of a stretch of the journal into batches, in the outbox and in the store; each whole or not at all. */
export async function sealBatches(
  world: World,
  span: Span,
  to: readonly Addressee[],
  options: CallOptions,
): Promise<Result<null, SyncProblem>> {
  let { after } = span
  while (after < span.upTo) {
    const sealed = await sealLoad(world, { ...span, after }, to, options)
    if (!sealed.ok) return sealed
    after = sealed.value
  }
  return ok(null)
}
