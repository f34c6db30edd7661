import { attachmentContract } from '#shared/attachment/attachment-contract'
import { certificationContract } from '#shared/certification/certification-contract'
import { recordContract } from '#shared/kernel/record-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...certificationContract, ...recordContract, ...attachmentContract })
