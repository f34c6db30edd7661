import { enterpriseContract } from '#shared/enterprise/enterprise-contract'
import { recordContract } from '#shared/kernel/record-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...enterpriseContract, ...recordContract })
