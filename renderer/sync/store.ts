import { centreContract } from '#shared/sync/centre-contract'
import { conflictContract } from '#shared/sync/conflict-contract'
import { syncContract } from '#shared/sync/sync-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...syncContract, ...centreContract, ...conflictContract })
