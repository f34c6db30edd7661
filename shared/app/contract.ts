import { aftercareContract } from '../aftercare/aftercare-contract.ts'
import { attachmentContract } from '../attachment/attachment-contract.ts'
import { certificationContract } from '../certification/certification-contract.ts'
import { enterpriseContract } from '../enterprise/enterprise-contract.ts'
import type { AnswerOf, InputOf } from '../kernel/contract.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { workContract } from '../kernel/work-contract.ts'
import { nqiContract } from '../nqi/nqi-contract.ts'
import { paperContract } from '../paper/paper-contract.ts'
import { planContract } from '../plan/plan-contract.ts'
import { profileContract } from '../profile/profile-contract.ts'
import { trustContract } from '../profile/trust-contract.ts'
import { referenceContract } from '../reference/reference-contract.ts'
import { reportContract } from '../report/report-contract.ts'
import { reviewContract } from '../review/review-contract.ts'
import { spotCheckContract } from '../spot-check/spot-check-contract.ts'
import { centreContract } from '../sync/centre-contract.ts'
import { conflictContract } from '../sync/conflict-contract.ts'
import { syncContract } from '../sync/sync-contract.ts'
import { targetContract } from '../target/target-contract.ts'
import { teamContract } from '../team/team-contract.ts'
import { agreementContract } from '../visit/agreement-contract.ts'
import { visitContract } from '../visit/visit-contract.ts'

/** Everything a window, a test or the command line may ask of the store. */
export const contract = {
  ...recordContract,
  ...referenceContract,
  ...enterpriseContract,
  ...spotCheckContract,
  ...aftercareContract,
  ...reportContract,
  ...reviewContract,
  ...attachmentContract,
  ...planContract,
  ...paperContract,
  ...profileContract,
  ...trustContract,
  ...syncContract,
  ...conflictContract,
  ...centreContract,
  ...targetContract,
  ...teamContract,
  ...nqiContract,
  ...agreementContract,
  ...visitContract,
  ...certificationContract,
  ...workContract,
}
export type AppContract = typeof contract
export type MethodName = keyof AppContract
export type Input<N extends MethodName> = InputOf<AppContract[N]>
export type Answer<N extends MethodName> = AnswerOf<AppContract[N]>
