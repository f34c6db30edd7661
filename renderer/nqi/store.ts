import { recordContract } from '#shared/kernel/record-contract'
import { nqiContract } from '#shared/nqi/nqi-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...recordContract, ...nqiContract })
