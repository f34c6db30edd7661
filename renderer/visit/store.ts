import { recordContract } from '#shared/kernel/record-contract'
import { visitContract } from '#shared/visit/visit-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...recordContract, ...visitContract })
