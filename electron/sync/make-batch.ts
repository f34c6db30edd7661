import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { platform, release } from 'node:os'
import { dirname, join } from 'node:path'
import { journalEnd, listJournalLines } from '#db/kernel/journal'
import { getLineBytes } from '#db/kernel/lines'
import { listRecordsOfBatch } from '#db/kernel/project'
import { projectRecord } from '#db/kernel/project-record'
import { getSetting, putSetting } from '#db/kernel/settings'
import { getTrustDocument } from '#db/profile/trust'
import {
  insertBatch,
  insertBatchLine,
  listSeen,
  listUnpublished,
  packedTo,
  type StoredBatch,
  setBatchFile,
  streamEnd,
} from '#db/sync/batches'
import { NO_HASH } from '#shared/kernel/ids'
import type { RevisionLine } from '#shared/kernel/line'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { headPath } from '#shared/sync/batch-head'
import type { MadeBatch, SyncProblem } from '#shared/sync/sync-contract'
import { originalPath } from '../attachment/blob-store.ts'
import { APP_VERSION } from '../kernel/app-version.ts'
import { type CallOptions, stamp, timeOf, type World } from '../kernel/world.ts'
import { getTrust, listTrusted } from '../profile/trust-store.ts'
import type { AttachmentFile } from './attachment-parts.ts'
import { type Addressee, type BatchFacts, type StagedBatch, writeBatch } from './batch-writer.ts'
import { type TrustFile, writeBundle } from './bundle-writer.ts'
import { spaceOf } from './import-handlers.ts'
import { sweepStaging } from './staging.ts'

type JournalLine = ReturnType<typeof listJournalLines>[number]

export const stagingOf = (world: World): string => join(world.folder, 'outbox')

/** Whom batches of this device are for: the supervisors an inspector pinned, the devices a supervisor enrolled. */
export const recipientsOf = (world: World): ReturnType<typeof listTrusted> =>
  listTrusted(world).filter(({ card }) => world.self.role === 'supervisor' || card.role === 'supervisor')

export function epochOf(world: World): string {
  const known = getSetting(world.db, 'epoch')
  if (known !== null) return known
  const epoch = randomBytes(8).toString('hex')
  putSetting(world.db, 'epoch', epoch)
  return epoch
}

const revisionsIn = (lines: readonly JournalLine[]): RevisionLine[] =>
  lines.filter(({ type }) => type === 'rev').map(({ bytes }) => JSON.parse(bytes) as RevisionLine)

/** The files these revisions bring: what a parent already named has travelled, or travels, with the parent. */
function attachmentsOf(world: World, revisions: readonly RevisionLine[]): AttachmentFile[] {
  const files = new Map<string, AttachmentFile>()
  for (const { att, par } of revisions) {
    const before = new Set(
      par.flatMap((id) => (JSON.parse(getLineBytes(world.db, id) ?? '{"att":[]}') as RevisionLine).att.map(({ sha256 }) => sha256)),
    )
    for (const { sha256, size } of att)
      if (!before.has(sha256)) files.set(sha256, { sha256, size, path: originalPath(world.folder, sha256) })
  }
  return [...files.values()]
}

function factsOf(world: World, from: number): BatchFacts {
  const epoch = epochOf(world)
  const end = streamEnd(world.db, world.self.device, epoch)
  const { seq: to, chain } = journalEnd(world.db)
  const trust = getTrust(world)
  return {
    space: spaceOf(world),
    device: world.self.device,
    epoch,
    seq: end.seq + 1,
    prev: end.head ?? NO_HASH,
    created: timeOf(world),
    app: {
      ver: APP_VERSION,
      build: world.runtime.fallback ? 'fallback' : 'release',
      os: `${platform()} ${release()}`.slice(0, 80),
    },
    trust:
      trust === null
        ? {
            ver: 0,
            hash: NO_HASH,
          }
        : {
            ver: trust.list.ver,
            hash: trust.listHash,
          },
    seen: listSeen(world.db),
    journal: {
      from: from + 1,
      to,
      chain,
    },
  }
}

/** What was sealed but never entered in the store (the process died in between) was never given to anybody: it is removed. */
async function clearUnrecorded(world: World, facts: BatchFacts): Promise<void> {
  rmSync(join(stagingOf(world), headPath(facts)), { force: true })
  await sweepStaging(stagingOf(world), facts)
}

function record(world: World, staged: StagedBatch, lines: readonly JournalLine[], attachments: number): void {
  const { head, headHash, headBytes, signature } = staged
  const stored: StoredBatch = {
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
    records: new Set(revisionsIn(lines).map(({ rid }) => rid)).size,
    attachments,
    journalTo: head.journal.to,
  }
  world.db.transaction(() => {
    insertBatch(world.db, stored)
    lines.forEach(({ id }, index) => {
      insertBatchLine(world.db, headHash, head.body.lines - lines.length + index, id)
    })
  })
}

/** Seals all lines after a journal position into one batch, in the outbox and in the store. */
async function sealBatch(world: World, from: number, to: readonly Addressee[], options: CallOptions): Promise<Result<null, SyncProblem>> {
  const lines = listJournalLines(world.db, from)
  const facts = factsOf(world, from)
  await clearUnrecorded(world, facts)
  const attachments = attachmentsOf(world, revisionsIn(lines))
  const staged = await writeBatch({
    facts,
    lines: lines.map(({ bytes }) => bytes),
    attachments,
    to,
    signer: world.key,
    staging: stagingOf(world),
    stamp: () => {
      const { dev, n, at, by } = stamp(world)
      return {
        dev,
        n,
        at,
        by,
      }
    },
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  })
  if (!staged.ok) return staged
  record(world, staged.value, lines, attachments.length)
  return ok(null)
}

function trustFiles(world: World): TrustFile[] {
  return (['root', 'list'] as const).flatMap((kind) => {
    const document = getTrustDocument(world.db, kind)
    if (document === null) return []
    const name = `trust/${kind}/${String(document.ver).padStart(10, '0')}.json`
    return [
      { name, bytes: Buffer.from(document.bytes) },
      { name: `${name}.sig.${world.self.device}`, bytes: Buffer.from(document.signature) },
    ]
  })
}

/** Puts everything that is sealed and in no file yet into one bundle; from then on its records are packed. */
async function publish(world: World, file: string, options: CallOptions): Promise<Result<MadeBatch, SyncProblem>> {
  const batches = listUnpublished(world.db)
  const bundle = await writeBundle({ file, staging: stagingOf(world), batches, trust: trustFiles(world), ...options })
  if (!bundle.ok) return bundle
  world.db.transaction(() => {
    for (const { head } of batches) {
      setBatchFile(world.db, head, file)
      for (const rid of listRecordsOfBatch(world.db, head)) projectRecord(world.db, world.projections, rid)
    }
  })
  world.changed('sync', 'samplingSheet', 'enterprise')
  const last = batches.at(-1) as StoredBatch
  const total = (member: 'records' | 'attachments'): number => batches.reduce((sum, batch) => sum + batch[member], 0)
  return ok({
    files: [file],
    head: last.head,
    seq: last.seq,
    records: total('records'),
    attachments: total('attachments'),
    bytes: bundle.value.bytes,
  })
}

function whyNot(world: World, file: string): SyncProblem | null {
  const recipients = recipientsOf(world)
  if (recipients.length === 0) return problem('sync.noRecipient', '', {})
  if (recipients.some(({ card }) => (card.demo === true) !== world.self.demo)) return problem('sync.demoProfile', '', {})
  if (existsSync(file)) return problem('sync.fileExists', '', { file })
  return existsSync(dirname(file)) ? null : problem('sync.cannotWrite', '', { file, reason: 'ENOENT' })
}

/** A batch holds at most this many lines of the journal; the rest waits for the next one in the same bundle. */
export async function makeBatch(
  world: World,
  file: string,
  everything: boolean,
  options: CallOptions,
): Promise<Result<MadeBatch, SyncProblem>> {
  const reason = whyNot(world, file)
  if (reason !== null) return refuse(reason)
  const from = everything ? 0 : packedTo(world.db)
  const self = { id: world.self.device, box: world.recipient }
  const to = [self, ...recipientsOf(world).map(({ device, box }) => ({ id: device, box }))]
  if (journalEnd(world.db).seq > from) {
    const sealed = await sealBatch(world, from, to, options)
    if (!sealed.ok) return sealed
  } else if (listUnpublished(world.db).length === 0) return refuse(problem('sync.nothingToPack', '', {}))
  return publish(world, file, options)
}
