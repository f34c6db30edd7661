import { recordContract } from '#shared/kernel/record-contract'
import { referenceContract } from '#shared/reference/reference-contract'
import { storeOf } from '../kernel/store'

export const store = storeOf({
  ...referenceContract,
  'record.get': recordContract['record.get'],
  'record.void': recordContract['record.void'],
})
