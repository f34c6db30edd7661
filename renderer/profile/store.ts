import { profileContract } from '#shared/profile/profile-contract'
import { trustContract } from '#shared/profile/trust-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...profileContract, ...trustContract })
