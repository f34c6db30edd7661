import { format } from 'date-fns/format'
import { countByState, listRecords } from '#db/kernel/records'
import { countWaiting, listBatches } from '#db/sync/batches'
import { LIMITS } from '#shared/kernel/batch-head'
import { ok } from '#shared/kernel/result'
import type { syncContract } from '#shared/sync/sync-contract'
import type { HandlersFor } from '../kernel/router.ts'
import { deviceName } from '../profile/trust-store.ts'
import { importHandlers } from './import-handlers.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { makeBatch, recipientsOf } from './make-batch.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { proveRecord } from './prove-record.ts'

export const syncHandlers: HandlersFor<typeof syncContract> = {
  ...importHandlers,
  'sync.makeBatch': (world, { to, ...what }, options) => makeBatch(world, { file: to, ...what, bundleBytes: LIMITS.bundleBytes, options }),
  'sync.status': (world) => {
    const states = countByState(world.db)
    const waiting = countWaiting(world.db)
    const day = format(world.clock(), 'yyyyMMdd-HHmm')
    return ok({
      toPack: waiting.records,
      linesToPack: waiting.lines,
      packed: states.get('packed') ?? 0,
      received: states.get('received') ?? 0,
      recipients: recipientsOf(world).map(({ device, card }) => ({
        id: device,
        name: card.name,
      })),
      suggestedName: `${world.self.region}-${world.self.name}-${day}.ibz`,
      newest: listRecords(world.db, {
        kind: 'samplingSheet',
        search: '',
        limit: 50,
      }).items,
    })
  },
  'sync.prove': proveRecord,
  'sync.makeSnapshot': makeSnapshot,
  'sync.loadSnapshot': loadSnapshot,
  'sync.listBatches': (world, { limit }) => ok(listBatches(world.db, limit, (device) => deviceName(world, device))),
}
