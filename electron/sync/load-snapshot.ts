import { existsSync, realpathSync } from 'node:fs'
import { stateDigest } from '#db/kernel/records'
import { countAllHeads } from '#db/sync/snapshot-batches'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { LoadedSnapshot, SyncProblem } from '#shared/sync/sync-contract'
import { SnapshotReply } from '../intake/intake-task.ts'
import type { CallOptions, World } from '../kernel/world.ts'
import { importBatches } from './import-batch.ts'
import { intakeTask } from './import-handlers.ts'
import { faultsHere } from './import-run.ts'
import { withQuarantine } from './quarantine.ts'
import { indexInIdleTime } from './search-in-idle-time.ts'

type Opened = Extract<SnapshotReply, { ok: true }>['value']

/** Only where nothing else is here can the state be compared with the maker's. */
const compared = (world: World, { end, refused }: Opened, digest: string): boolean | null =>
  refused.length > 0 || countAllHeads(world.db) > end.batches ? null : digest === end.digest

function take(world: World, opened: Opened): LoadedSnapshot {
  const { end, batches, refused } = opened
  const fit = batches.filter((batch) => faultsHere(world, batch).length === 0)
  world.db.transaction(() => importBatches(world, fit, { witness: false }))
  world.changed('sync', ...world.projections.kinds.keys())
  indexInIdleTime(world)
  const { digest, records } = stateDigest(world.db)
  const leftOut = [
    ...refused.map(({ headHash }) => headHash),
    ...batches.filter((batch) => !fit.includes(batch)).map(({ headHash }) => headHash),
  ]
  return {
    device: end.device,
    created: end.created,
    batches: fit.length,
    leftOut,
    records,
    digest,
    expected: end.digest,
    same: compared(world, opened, digest),
  }
}

/**
 * Takes a snapshot in, as if every batch in it had arrived by itself, but without receipts: the photos have not come along, and nobody may
 * count on this copy of them. Then the state is compared with the maker's; where they differ, the batches are right and the
 * snapshot is told to be wrong.
 */
export async function loadSnapshot(
  world: World,
  { file }: { readonly file: string },
  options: CallOptions,
): Promise<Result<LoadedSnapshot, SyncProblem>> {
  if (!existsSync(file)) return refuse(problem('sync.cannotRead', '', { file }))
  return withQuarantine(world.folder, async (quarantine) => {
    const task = { ...intakeTask(world, file, realpathSync(quarantine)), task: 'openSnapshot' }
    const reply = SnapshotReply.parse(await world.intake(task, options))
    if (!reply.ok) return refuse(problem('sync.bundleRefused', '', { file, faults: reply.faults }))
    return ok(take(world, reply.value))
  })
}
