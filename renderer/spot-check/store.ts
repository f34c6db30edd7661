import { attachmentContract } from '#shared/attachment/attachment-contract'
import { enterpriseContract } from '#shared/enterprise/enterprise-contract'
import { recordContract } from '#shared/kernel/record-contract'
import { referenceContract } from '#shared/reference/reference-contract'
import { spotCheckContract } from '#shared/spot-check/spot-check-contract'
import { storeOf } from '../kernel/store'

export const KIND = 'samplingSheet'

export const store = storeOf({
  ...recordContract,
  ...spotCheckContract,
  ...enterpriseContract,
  ...referenceContract,
  ...attachmentContract,
})
