import type { targetContract } from '#shared/target/target-contract'
import type { HandlersFor } from '../kernel/router.ts'

const later = (): never => {
  throw new Error('not built yet')
}

export const exchangeHandlers: HandlersFor<typeof targetContract> = {
  'target.list': later,
  'target.add': later,
  'target.remove': later,
  'target.probe': later,
  'target.exchange': later,
}
