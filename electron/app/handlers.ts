import type { AppContract } from '#shared/app/contract'
import { paperChoices } from '#shared/app/paper-choices'
import { aftercareHandlers } from '../aftercare/aftercare-handlers.ts'
import { casePaperFacts } from '../aftercare/case-paper-facts.ts'
import { aftercareCaseRules, caseStepRules } from '../aftercare/case-rules.ts'
import { logMovedClocks } from '../aftercare/moved-clocks.ts'
import { attachmentHandlers } from '../attachment/attachment-handlers.ts'
import { certificateRules } from '../certification/certificate-rules.ts'
import { certificationHandlers } from '../certification/certification-handlers.ts'
import { certificationCaseRules, certificationStepRules } from '../certification/certification-rules.ts'
import { creditEventRules } from '../enterprise/credit-event-rules.ts'
import { enterpriseHandlers, enterpriseRules } from '../enterprise/enterprise-handlers.ts'
import { enterpriseMergeRules } from '../enterprise/merge-rules.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { recordHandlers } from '../kernel/record-handlers.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { nqiHandlers } from '../nqi/nqi-handlers.ts'
import { facilityRules, facilityUseRules } from '../nqi/nqi-rules.ts'
import type { GatherFacts } from '../paper/gather.ts'
import { withLayoutRules } from '../paper/layout-rules.ts'
import { paperHandlers } from '../paper/paper-handlers.ts'
import { planHandlers } from '../plan/plan-handlers.ts'
import { randomDrawRules } from '../plan/random-draw-rules.ts'
import { profileHandlers } from '../profile/profile-handlers.ts'
import { trustHandlers } from '../profile/trust-handlers.ts'
import { type OnReferenceChange, watchReference } from '../reference/reference-change.ts'
import { referenceHandlers } from '../reference/reference-handlers.ts'
import { referenceItemRules } from '../reference/reference-rules.ts'
import { reportHandlers } from '../report/report-handlers.ts'
import { reviewHandlers } from '../review/review-handlers.ts'
import { checkStepRules } from '../spot-check/check-step-rules.ts'
import { sheetPaperFacts } from '../spot-check/sheet-paper-facts.ts'
import { samplingSheetRules } from '../spot-check/sheet-rules.ts'
import { siteReportRules } from '../spot-check/site-report-rules.ts'
import { spotCheckHandlers } from '../spot-check/spot-check-handlers.ts'
import { spotCheckTaskRules } from '../spot-check/task-rules.ts'
import { centreHandlers } from '../sync/centre-handlers.ts'
import { conflictHandlers } from '../sync/conflict-handlers.ts'
import { syncHandlers } from '../sync/sync-handlers.ts'
import { teamHandlers } from '../team/team-handlers.ts'
import { adviserRules, taskForceRules } from '../team/team-rules.ts'
import { agreementHandlers } from '../visit/agreement-handlers.ts'
import { serviceAgreementRules } from '../visit/agreement-rules.ts'
import { problemStepRules } from '../visit/problem-step-rules.ts'
import { visitHandlers } from '../visit/visit-handlers.ts'
import { visitPaperFacts } from '../visit/visit-paper-facts.ts'
import { visitRules } from '../visit/visit-rules.ts'
import { enterpriseParts, portraitNames } from './enterprise-parts.ts'
import { exchangeHandlers } from './exchange-handlers.ts'
import { enterprisePaperFacts } from './portrait-paper-facts.ts'
import { releasingKept } from './release-kept.ts'
import { reviewParts } from './review-parts.ts'
import { workHandlers } from './work-list.ts'

/** What each kind of record tells the papers beyond its document. */
const paperFacts: ReadonlyMap<string, GatherFacts> = new Map<string, GatherFacts>([
  ['samplingSheet', sheetPaperFacts],
  ['aftercareCase', casePaperFacts],
  ['caseStep', casePaperFacts],
  ['enterprise', enterprisePaperFacts(enterpriseParts, portraitNames)],
  ['visit', visitPaperFacts],
])

/** What else follows when reference data change (a calendar, a deadline rule); each is told in the same transaction. */
const onReferenceChange: readonly OnReferenceChange[] = [logMovedClocks]

const all: HandlersFor<AppContract> = {
  ...recordHandlers,
  ...referenceHandlers,
  ...enterpriseHandlers(enterpriseParts),
  ...spotCheckHandlers,
  ...aftercareHandlers,
  ...reportHandlers,
  ...reviewHandlers(reviewParts),
  ...attachmentHandlers,
  ...paperHandlers({ facts: paperFacts, choices: paperChoices }),
  ...planHandlers,
  ...profileHandlers,
  ...trustHandlers,
  ...syncHandlers,
  ...conflictHandlers,
  ...centreHandlers,
  ...exchangeHandlers,
  ...visitHandlers,
  ...workHandlers,
  ...teamHandlers,
  ...agreementHandlers,
  ...nqiHandlers,
  ...certificationHandlers,
}

/** Whatever can change reference data: edits, records corrected or void, a supervisor's batch, a card that makes a supervisor known. */
export const handlers = watchReference<AppContract>(
  releasingKept(all),
  {
    within: [
      'reference.importFile',
      'reference.saveItem',
      'reference.withdraw',
      'record.submit',
      'record.correct',
      'record.void',
      'sync.undo',
      'sync.redo',
    ],
    behind: ['sync.import', 'target.exchange', 'profile.admitCard'],
  },
  onReferenceChange,
)

export const rules: readonly KindRules[] = [
  enterpriseRules,
  enterpriseMergeRules,
  creditEventRules,
  withLayoutRules(referenceItemRules, { choices: paperChoices }),
  samplingSheetRules,
  spotCheckTaskRules,
  siteReportRules,
  checkStepRules,
  randomDrawRules,
  aftercareCaseRules,
  caseStepRules,
  certificationCaseRules,
  certificationStepRules,
  certificateRules,
  taskForceRules,
  adviserRules,
  serviceAgreementRules,
  facilityRules,
  facilityUseRules,
  visitRules,
  problemStepRules,
]
