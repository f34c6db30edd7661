import { ok } from '#shared/kernel/result'
import type { centreContract } from '#shared/sync/centre-contract'
import type { HandlersFor } from '../kernel/router.ts'
import { asidePage } from './aside.ts'
import { centreOf } from './centre.ts'
import { missingFilesPage } from './missing-files.ts'
import { provenTime } from './proven-time.ts'
import { decideBatch, rehearseUndo } from './undo-batch.ts'
import { wherePage } from './where.ts'

export const centreHandlers: HandlersFor<typeof centreContract> = {
  'sync.rehearseUndo': (world, { head }) => rehearseUndo(world, head),
  'sync.undo': (world, { head, why }) => decideBatch(world, head, { act: 'exclude', why }),
  'sync.redo': (world, { head, why }) => decideBatch(world, head, { act: 'include', why }),
  'sync.centre': (world) => ok(centreOf(world)),
  'sync.where': (world, filter) => ok(wherePage(world, filter)),
  'sync.missingFiles': (world, page) => ok(missingFilesPage(world, page)),
  'sync.aside': (world, page) => ok(asidePage(world, page)),
  'sync.provenTime': (world, { id }) => provenTime(world, id),
}
