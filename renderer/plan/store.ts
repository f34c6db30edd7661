import { recordContract } from '#shared/kernel/record-contract'
import { planContract } from '#shared/plan/plan-contract'
import { referenceContract } from '#shared/reference/reference-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...recordContract, ...planContract, ...referenceContract })
