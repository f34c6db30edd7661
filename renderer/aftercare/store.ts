import { aftercareContract } from '#shared/aftercare/aftercare-contract'
import { attachmentContract } from '#shared/attachment/attachment-contract'
import { recordContract } from '#shared/kernel/record-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({ ...aftercareContract, ...recordContract, ...attachmentContract })
