import type { conflictContract } from '#shared/sync/conflict-contract'
import type { HandlersFor } from '../kernel/router.ts'

const later = (): never => {
  throw new Error('not built yet')
}

export const conflictHandlers: HandlersFor<typeof conflictContract> = {
  'conflict.list': later,
  'conflict.get': later,
  'conflict.settle': later,
}
