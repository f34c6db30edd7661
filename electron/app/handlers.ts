import type { AppContract } from '#shared/app/contract'
import { attachmentHandlers } from '../attachment/attachment-handlers.ts'
import { enterpriseHandlers, enterpriseRules } from '../enterprise/enterprise-handlers.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { recordHandlers } from '../kernel/record-handlers.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { profileHandlers } from '../profile/profile-handlers.ts'
import { referenceHandlers } from '../reference/reference-handlers.ts'
import { samplingSheetRules, spotCheckHandlers } from '../spot-check/spot-check-handlers.ts'
import { syncHandlers } from '../sync/sync-handlers.ts'

export const handlers: HandlersFor<AppContract> = {
  ...recordHandlers,
  ...referenceHandlers,
  ...enterpriseHandlers,
  ...spotCheckHandlers,
  ...attachmentHandlers,
  ...profileHandlers,
  ...syncHandlers,
}

export const rules: readonly KindRules[] = [enterpriseRules, samplingSheetRules]
