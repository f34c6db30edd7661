import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { listRecordsOf } from '#db/kernel/decisions'
import { journalEnd } from '#db/kernel/journal'
import { projectRecord } from '#db/kernel/project-record'
import { getTrustDocument } from '#db/profile/trust'
import { listUnpublished, packedTo, type StoredBatch, setBatchFile } from '#db/sync/batches'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { MadeBatch, SyncProblem } from '#shared/sync/sync-contract'
import type { CallOptions, World } from '../kernel/world.ts'
import { listTrusted } from '../profile/trust-store.ts'
import type { Addressee } from './batch-writer.ts'
import { type TrustFile, writeBundle } from './bundle-writer.ts'
import { sealBatches, stagingOf } from './seal-batch.ts'

/** Whom batches of this device are for: the supervisors an inspector pinned, the devices a supervisor enrolled. */
export const recipientsOf = (world: World): ReturnType<typeof listTrusted> =>
  listTrusted(world).filter(({ card }) => world.self.role === 'supervisor' || card.role === 'supervisor')

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

function markPublished(world: World, batches: readonly StoredBatch[], file: string): void {
  world.db.transaction(() => {
    for (const { head } of batches) {
      setBatchFile(world.db, head, file)
      for (const rid of listRecordsOf(world.db, head)) projectRecord(world.db, world.projections, rid)
    }
  })
  world.changed('sync', 'samplingSheet', 'enterprise')
}

/** Puts everything that is sealed and in no file yet into one bundle; from then on its records are packed. */
async function publish(world: World, file: string, options: CallOptions): Promise<Result<MadeBatch, SyncProblem>> {
  const batches = listUnpublished(world.db)
  const last = batches.at(-1)
  if (last === undefined) return refuse(problem('sync.nothingToPack', '', {}))
  const bundle = await writeBundle({ file, staging: stagingOf(world), batches, trust: trustFiles(world), ...options })
  if (!bundle.ok) return bundle
  markPublished(world, batches, file)
  const total = (member: 'records' | 'attachments'): number => batches.reduce((sum, batch) => sum + batch[member], 0)
  const { head, seq } = last
  return ok({ files: [file], head, seq, records: total('records'), attachments: total('attachments'), bytes: bundle.value.bytes })
}

function whyNot(world: World, file: string): SyncProblem | null {
  const recipients = recipientsOf(world)
  if (recipients.length === 0) return problem('sync.noRecipient', '', {})
  if (recipients.some(({ card }) => (card.demo === true) !== world.self.demo)) return problem('sync.demoProfile', '', {})
  if (existsSync(file)) return problem('sync.fileExists', '', { file })
  return existsSync(dirname(file)) ? null : problem('sync.cannotWrite', '', { file, reason: 'ENOENT' })
}

/**
 * Seals what is new (or everything, again) and writes it, with whatever was sealed before and never got out, into one bundle.
 * A batch is recorded before it is published (docs/decisions/005): when the last step fails, the next bundle carries it.
 */
export async function makeBatch(
  world: World,
  file: string,
  everything: boolean,
  options: CallOptions,
): Promise<Result<MadeBatch, SyncProblem>> {
  const reason = whyNot(world, file)
  if (reason !== null) return refuse(reason)
  const from = everything ? 0 : packedTo(world.db)
  const to: Addressee[] = [
    { id: world.self.device, box: world.recipient },
    ...recipientsOf(world).map(({ device, box }) => ({ id: device, box })),
  ]
  if (journalEnd(world.db).seq > from) {
    const sealed = await sealBatches(world, from, to, options)
    if (!sealed.ok) return sealed
  }
  return publish(world, file, options)
}
