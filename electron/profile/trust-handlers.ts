import type { trustContract } from '#shared/profile/trust-contract'
import type { HandlersFor } from '../kernel/router.ts'

const later = (): never => {
  throw new Error('not built yet')
}

export const trustHandlers: HandlersFor<typeof trustContract> = {
  'trust.show': later,
  'trust.revoke': later,
  'trust.setRecovery': later,
  'trust.renew': later,
  'trust.takeIn': later,
}
