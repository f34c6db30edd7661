import { syncContract } from '#shared/sync/sync-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf(syncContract)
