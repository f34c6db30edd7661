import { existsSync, realpathSync, statSync } from 'node:fs'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { NewerTrust } from '#shared/profile/trust-documents'
import type { BundleFault, ImportReport, SyncProblem, syncContract } from '#shared/sync/sync-contract'
import type { HandlersFor } from '../kernel/router.ts'
import type { CallOptions, World } from '../kernel/world.ts'
import { heldTrust, takeTrust } from '../profile/take-trust.ts'
import { listKnown } from '../profile/trust-store.ts'
import { Import } from './import-batch.ts'
import { demoFaults, faultsHere, ImportRun, type Stop, type Taking, withLeftOut } from './import-run.ts'
import { keepStrangers } from './keep-strangers.ts'
import type { LeftOut, OpenedBatch } from './opened-batch.ts'
import { OpenedStream } from './opened-stream.ts'
import { withQuarantine } from './quarantine.ts'
import { roomFor } from './room-for.ts'
import { indexInIdleTime } from './search-in-idle-time.ts'
import { spaceOf } from './space.ts'

const bundleRefused = (file: string, faults: readonly BundleFault[]): Result<never, SyncProblem> =>
  refuse(problem('sync.bundleRefused', '', { file, faults }))

/** Whose signature counts here: device → public key. */
function keysOfKnown(world: World): Readonly<Record<string, string>> {
  const keys: Record<string, string> = { [world.self.device]: world.key.publicKey }
  for (const { device, publicKey } of listKnown(world)) keys[device] = publicKey
  return keys
}

export function intakeTask(world: World, file: string, quarantine: string): object {
  const space = spaceOf(world)
  return {
    task: 'open',
    file,
    identity: world.identity,
    device: world.self.device,
    quarantine: realpathSync(quarantine),
    knownDevices: keysOfKnown(world),
    demo: world.self.demo,
    trust: heldTrust(world),
    keep: statSync(file).isFile(), // in a folder they lie well where they are
    ...(space === '' || space === 'demo' ? {} : { space }),
  }
}

interface LeftOutBatch {
  readonly seq: number
  readonly faults: readonly BundleFault[]
}

/** That demonstration and real work do not mix is said first, whatever else is wrong with a batch. */
const leftOutOf = (world: World, { refused, damaged }: LeftOut): LeftOutBatch[] => [
  ...refused.map((batch) => ({ seq: batch.head.seq, faults: [...demoFaults(world, batch), ...batch.faults] })),
  ...damaged.map(({ seq, faults }) => ({ seq, faults })),
]

const stopProblem = (stop: Stop): SyncProblem =>
  stop.code === 'massChange'
    ? problem('sync.massChange', '', { changed: stop.changed, of: stop.of })
    : problem<'sync.cancelled'>('sync.cancelled')

/** Where some batches are in already, the rest of a stopped import is named among what was left out. */
function stoppedAfter(reports: readonly ImportReport[], stop: Stop): Result<ImportReport[], SyncProblem> {
  const { code, facts } = stopProblem(stop)
  const [first, ...more] = reports
  if (first === undefined) return refuse(stopProblem(stop))
  return ok([{ ...first, refused: [{ line: 0, code, facts }, ...first.refused] }, ...more])
}

/** Opens a bundle in quarantine and lends its batches as they come. */
async function withStream<T>(
  world: World,
  file: string,
  options: CallOptions,
  work: (stream: OpenedStream) => Promise<Result<T, SyncProblem>>,
): Promise<Result<T, SyncProblem>> {
  if (!existsSync(file)) return refuse(problem('sync.cannotRead', '', { file }))
  const room = await roomFor(world.folder, file)
  if (room !== null) return refuse(room)
  try {
    return await withQuarantine(world.folder, (quarantine) =>
      work(new OpenedStream((call) => world.intake(intakeTask(world, file, quarantine), { ...options, ...call }))),
    )
  } catch (error) {
    if (options.signal?.aborted === true) return refuse(problem('sync.cancelled', '', {}))
    throw error
  }
}

const importFile = (world: World, file: string, taking: Taking, options: CallOptions): Promise<Result<ImportReport[], SyncProblem>> =>
  withStream(world, file, options, async (stream) => {
    const { reports, unfit, stopped } = await new ImportRun(world, taking, options).end(stream)
    if (reports.some(({ applied }) => applied)) {
      world.changed('sync', ...world.projections.kinds.keys())
      indexInIdleTime(world)
    }
    if (stopped !== null) return stoppedAfter(reports, stopped)
    const ended = await stream.ended
    if (!ended.ok) return bundleRefused(file, ended.faults)
    const leftOut = [...leftOutOf(world, keepStrangers(world, ended.leftOut)), ...unfit]
    if (reports.length === 0)
      return bundleRefused(
        file,
        leftOut.flatMap(({ faults }) => faults),
      )
    return ok(withLeftOut(reports, leftOut))
  })

async function allOf(stream: OpenedStream): Promise<OpenedBatch[]> {
  const all: OpenedBatch[] = []
  for (let some = await stream.next(Infinity); some.length > 0; some = await stream.next(Infinity)) all.push(...some)
  return all
}

/** What an import would say: the very same statements, all of them in one savepoint, and taken back. */
const rehearseFile = (world: World, file: string, options: CallOptions): Promise<Result<ImportReport[], SyncProblem>> =>
  withStream(world, file, options, async (stream) => {
    const batches = await allOf(stream)
    const ended = await stream.ended
    if (!ended.ok) return bundleRefused(file, ended.faults)
    const judged = batches.map((batch) => ({ batch, seq: batch.head.seq, faults: faultsHere(world, batch) }))
    const fit = judged.flatMap(({ batch, faults }) => (faults.length === 0 ? [batch] : []))
    const leftOut = [...leftOutOf(world, ended.leftOut), ...judged.filter(({ faults }) => faults.length > 0)]
    if (fit.length === 0)
      return bundleRefused(
        file,
        leftOut.flatMap(({ faults }) => faults),
      )
    const rehearsed = await rehearse(world, { batches: fit, newer: await stream.trust() }, options)
    return rehearsed.ok ? ok(withLeftOut(rehearsed.value, leftOut)) : rehearsed
  })

async function rehearse(
  world: World,
  { batches, newer }: { readonly batches: readonly OpenedBatch[]; readonly newer: NewerTrust | null },
  { onProgress, signal }: CallOptions,
): Promise<Result<ImportReport[], SyncProblem>> {
  onProgress?.({ stage: 'import', done: 0, total: batches.length })
  if (signal?.aborted === true) return refuse(problem('sync.cancelled', '', {}))
  const work = new Import(world)
  const reports = world.db.rehearse(() => {
    if (newer !== null) takeTrust(world, newer)
    return [...work.steps(batches)]
  })
  const massChange = work.brake.pulled
  return ok(reports.map((report) => ({ ...report, massChange, applied: false })))
}

export const importHandlers: HandlersFor<Pick<typeof syncContract, 'sync.rehearse' | 'sync.import'>> = {
  'sync.rehearse': (world, { file }, options) => rehearseFile(world, file, options),
  'sync.import': (world, { file, leaveOut, massChange }, options) =>
    leaveOut.length > 0 && world.self.role !== 'supervisor'
      ? refuse(problem('sync.onlySupervisorsLeaveOut', '', {}))
      : importFile(world, file, { leaveOut: new Set(leaveOut), massChange }, options),
}
