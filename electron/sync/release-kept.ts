import { rmSync } from 'node:fs'
import { listKeptBatches, removeKeptBatch } from '#db/profile/trust'
import { hasBatch } from '#db/sync/batches'
import type { CallOptions, World } from '../kernel/world.ts'
import { listKnown } from '../profile/trust-store.ts'
import { importHandlers } from './import-handlers.ts'
import { keptFolder } from './keep-strangers.ts'

/** Takes in what waited for a device that is known by now, in the order of its stream; what still does not fit goes on waiting. */
export async function releaseKept(world: World, options: CallOptions): Promise<number> {
  const known = new Set(listKnown(world).map(({ device }) => device))
  const ready = listKeptBatches(world.db).filter(({ device, reason }) => reason === 'notEnrolled' && known.has(device))
  for (const { head } of ready) {
    await importHandlers['sync.import'](world, { file: keptFolder(world, head), leaveOut: [], massChange: true }, options)
    if (!hasBatch(world.db, head)) continue
    removeKeptBatch(world.db, head)
    rmSync(keptFolder(world, head), { recursive: true, force: true })
  }
  if (ready.length > 0) world.changed('profile')
  return ready.length
}
