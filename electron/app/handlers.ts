import type { AppContract } from '#shared/app/contract'
import { paperChoices } from '#shared/app/paper-choices'
import { aftercareHandlers } from '../aftercare/aftercare-handlers.ts'
import { casePaperFacts } from '../aftercare/case-paper-facts.ts'
import { aftercareCaseRules, caseStepRules } from '../aftercare/case-rules.ts'
import { logMovedClocks } from '../aftercare/moved-clocks.ts'
import { attachmentHandlers } from '../attachment/attachment-handlers.ts'
import { enterpriseHandlers, enterpriseRules } from '../enterprise/enterprise-handlers.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { recordHandlers } from '../kernel/record-handlers.ts'
import type { HandlersFor } from '../kernel/router.ts'
import type { GatherFacts } from '../paper/gather.ts'
import { withLayoutRules } from '../paper/layout-rules.ts'
import { paperHandlers } from '../paper/paper-handlers.ts'
import { planHandlers } from '../plan/plan-handlers.ts'
import { randomDrawRules } from '../plan/random-draw-rules.ts'
import { profileHandlers } from '../profile/profile-handlers.ts'
import { type OnReferenceChange, watchReference } from '../reference/reference-change.ts'
import { referenceHandlers } from '../reference/reference-handlers.ts'
import { referenceItemRules } from '../reference/reference-rules.ts'
import { reviewHandlers } from '../review/review-handlers.ts'
import { checkStepRules } from '../spot-check/check-step-rules.ts'
import { sheetPaperFacts } from '../spot-check/sheet-paper-facts.ts'
import { samplingSheetRules } from '../spot-check/sheet-rules.ts'
import { siteReportRules } from '../spot-check/site-report-rules.ts'
import { spotCheckHandlers } from '../spot-check/spot-check-handlers.ts'
import { spotCheckTaskRules } from '../spot-check/task-rules.ts'
import { syncHandlers } from '../sync/sync-handlers.ts'
import { reviewParts } from './review-parts.ts'

/** What each kind of record tells the papers beyond its document. */
const paperFacts: ReadonlyMap<string, GatherFacts> = new Map<string, GatherFacts>([
  ['samplingSheet', sheetPaperFacts],
  ['aftercareCase', casePaperFacts],
  ['caseStep', casePaperFacts],
])

/** What else follows when reference data change (a calendar, a deadline rule); each is told in the same transaction. */
const onReferenceChange: readonly OnReferenceChange[] = [logMovedClocks]

const all: HandlersFor<AppContract> = {
  ...recordHandlers,
  ...referenceHandlers,
  ...enterpriseHandlers,
  ...spotCheckHandlers,
  ...aftercareHandlers,
  ...reviewHandlers(reviewParts),
  ...attachmentHandlers,
  ...paperHandlers({ facts: paperFacts, choices: paperChoices }),
  ...planHandlers,
  ...profileHandlers,
  ...syncHandlers,
}

/** Whatever can change reference data: edits, records corrected or void, a supervisor's batch, a card that makes a supervisor known. */
export const handlers = watchReference<AppContract>(
  all,
  {
    within: ['reference.importFile', 'reference.saveItem', 'reference.withdraw', 'record.submit', 'record.correct', 'record.void'],
    behind: ['sync.import', 'profile.admitCard'],
  },
  onReferenceChange,
)

export const rules: readonly KindRules[] = [
  enterpriseRules,
  withLayoutRules(referenceItemRules, { choices: paperChoices }),
  samplingSheetRules,
  spotCheckTaskRules,
  siteReportRules,
  checkStepRules,
  randomDrawRules,
  aftercareCaseRules,
  caseStepRules,
]
