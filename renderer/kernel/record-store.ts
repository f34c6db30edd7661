import { recordContract } from '#shared/kernel/record-contract'
import { storeOf } from './store'

/** Records of any kind: drafts, sealing, correcting, voiding. */
export const records = storeOf(recordContract)
