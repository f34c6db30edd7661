import type { centreContract } from '#shared/sync/centre-contract'
import type { HandlersFor } from '../kernel/router.ts'

const later = (): never => {
  throw new Error('not built yet')
}

export const centreHandlers: HandlersFor<typeof centreContract> = {
  'sync.rehearseUndo': later,
  'sync.undo': later,
  'sync.redo': later,
  'sync.centre': later,
  'sync.where': later,
  'sync.aside': later,
  'sync.provenTime': later,
}
