import { recordContract } from '#shared/kernel/record-contract'
import { teamContract } from '#shared/team/team-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...recordContract, ...teamContract })
