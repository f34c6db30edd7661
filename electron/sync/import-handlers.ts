import { createReadStream, existsSync, realpathSync } from 'node:fs'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { headPath } from '#shared/sync/batch-head'
import type { BundleFault, ImportReport, SyncProblem, syncContract } from '#shared/sync/sync-contract'
import { hasOriginal, keepOriginal } from '../attachment/blob-store.ts'
import { OpenReply } from '../intake/intake-task.ts'
import type { HandlersFor } from '../kernel/router.ts'
import type { CallOptions, World } from '../kernel/world.ts'
import { deviceName, listTrusted } from '../profile/trust-store.ts'
import { importBatch, isForked, type OpenedBatch } from './import-batch.ts'
import { withQuarantine } from './quarantine.ts'
import { learnSpace, spaceOf } from './space.ts'

const bundleRefused = (file: string, faults: readonly BundleFault[]): Result<never, SyncProblem> =>
  refuse(problem('sync.bundleRefused', '', { file, faults }))

/** Demonstration and real work never mix, whatever else is right with the batch. */
function demoFaults(world: World, heads: readonly { readonly head: OpenedBatch['head'] }[]): BundleFault[] {
  const foreign = heads.filter(({ head }) => (head.space === 'demo') !== world.self.demo && (head.space !== '' || world.self.demo))
  return foreign.map(({ head }) => ({ code: 'demo', part: headPath(head) }))
}

/** Whose signature counts here: device → public key. */
function keysOfKnown(world: World): Readonly<Record<string, string>> {
  const keys: Record<string, string> = { [world.self.device]: world.key.publicKey }
  for (const { device, publicKey } of listTrusted(world)) keys[device] = publicKey
  return keys
}

function intakeTask(world: World, file: string, quarantine: string): object {
  const space = spaceOf(world)
  return {
    task: 'open',
    file,
    identity: world.identity,
    device: world.self.device,
    quarantine: realpathSync(quarantine),
    knownDevices: keysOfKnown(world),
    ...(space === '' || space === 'demo' ? {} : { space }),
  }
}

type Opened = Extract<OpenReply, { ok: true }>['value']

/** Everything that can be said against a bundle before a row is written; a fault anywhere refuses the whole file. */
async function open(world: World, file: string, quarantine: string, options: CallOptions): Promise<Result<Opened, SyncProblem>> {
  if (!existsSync(file)) return refuse(problem('sync.cannotRead', '', { file }))
  try {
    const reply = OpenReply.parse(await world.intake(intakeTask(world, file, quarantine), options))
    if (!reply.ok) return bundleRefused(file, reply.faults)
    const { batches, refused } = reply.value
    const demo = demoFaults(world, [...batches, ...refused])
    const forked = batches
      .filter((batch) => isForked(world, batch))
      .map(({ head }): BundleFault => ({ code: 'forked', part: headPath(head) }))
    const faults = [...demo, ...forked, ...(batches.length === 0 ? refused.flatMap((batch) => batch.faults) : [])]
    return faults.length > 0 ? bundleRefused(file, faults) : ok({ batches: batches.toSorted((a, b) => a.head.seq - b.head.seq), refused })
  } catch (error) {
    if (options.signal?.aborted === true) return refuse(problem('sync.cancelled', '', {}))
    throw error
  }
}

async function withOpened<T>(
  world: World,
  file: string,
  options: CallOptions,
  work: (opened: Opened) => Result<T, SyncProblem> | Promise<Result<T, SyncProblem>>,
): Promise<Result<T, SyncProblem>> {
  return withQuarantine(world.folder, async (quarantine) => {
    const opened = await open(world, file, quarantine, options)
    return opened.ok ? work(opened.value) : opened
  })
}

/** Originals first: a row never names bytes that are not on the disk. Orphans of a failed import are harmless, they bear their hash. */
async function keepAttachments(world: World, batch: OpenedBatch): Promise<void> {
  for (const { sha256, path } of batch.attachments)
    if (!hasOriginal(world.folder, sha256)) await keepOriginal(world.folder, createReadStream(path) as AsyncIterable<Buffer>)
}

/** What a sound bundle holds besides and is not taken (sealed before this device was a recipient, say) is told, never passed over. */
function withLeftOut(reports: readonly ImportReport[], { refused }: Opened): ImportReport[] {
  const leftOut = refused.map(({ head: { seq }, faults }) => ({ line: 0, code: 'sync.batchLeftOut', facts: { seq, faults } }))
  return reports.map((report, index) => (index === 0 ? { ...report, refused: [...leftOut, ...report.refused] } : report))
}

/** Cancelling counts until the first row is written; then every batch is taken, each whole or not at all. */
async function applyAll(world: World, opened: Opened, { onProgress, signal }: CallOptions): Promise<Result<ImportReport[], SyncProblem>> {
  const { batches } = opened
  for (const batch of batches) {
    await keepAttachments(world, batch)
    if (signal?.aborted === true) return refuse(problem('sync.cancelled', '', {}))
  }
  const reports = batches.map((batch, index) => {
    onProgress?.({ stage: 'import', done: index, total: batches.length })
    return world.db.transaction(() => {
      const report = importBatch(world, batch, deviceName(world, batch.head.device))
      learnSpace(world, batch.head.space)
      return { ...report, applied: !report.alreadyImported }
    })
  })
  world.changed('sync', 'samplingSheet', 'enterprise')
  return ok(withLeftOut(reports, opened))
}

export const importHandlers: HandlersFor<Pick<typeof syncContract, 'sync.rehearse' | 'sync.import'>> = {
  'sync.rehearse': (world, { file }, options) =>
    withOpened(world, file, options, (opened) => {
      const rehearse = (batch: OpenedBatch): ImportReport => ({
        ...importBatch(world, batch, deviceName(world, batch.head.device)),
        applied: false,
      })
      return ok(
        withLeftOut(
          world.db.rehearse(() => opened.batches.map(rehearse)),
          opened,
        ),
      )
    }),
  'sync.import': (world, { file }, options) => withOpened(world, file, options, (opened) => applyAll(world, opened, options)),
}
