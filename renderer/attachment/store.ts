import { attachmentContract } from '#shared/attachment/attachment-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf(attachmentContract)
