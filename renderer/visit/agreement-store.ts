import { recordContract } from '#shared/kernel/record-contract'
import { agreementContract } from '#shared/visit/agreement-contract'
import { storeOf } from '../kernel/store'

export const agreements = storeOf({ ...recordContract, ...agreementContract })
