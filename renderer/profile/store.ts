import { profileContract } from '#shared/profile/profile-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf(profileContract)
