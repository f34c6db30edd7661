import { contract } from '#shared/app/contract'
import { storeOf } from '../kernel/store'

/** Everything the store answers; only the place where all features meet may ask for all of it. */
export const store = storeOf(contract)
