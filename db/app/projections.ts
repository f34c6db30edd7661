import { aftercareCaseProjection } from '../aftercare/aftercare-case-projection.ts'
import { clockChangeProjection } from '../aftercare/clock-change-projection.ts'
import { certificateProjection, certificationCaseProjection } from '../certification/certification-projection.ts'
import { enterpriseProjection } from '../enterprise/enterprise-projection.ts'
import { enterpriseMergeProjection } from '../enterprise/merge-projection.ts'
import type { AuditProjection, Projection } from '../kernel/projection.ts'
import { facilityProjection, facilityUseProjection, referralProjection } from '../nqi/facility-projection.ts'
import { paperPrintProjection } from '../paper/print-projection.ts'
import { randomDrawProjection } from '../plan/random-draw-projection.ts'
import { referenceItemProjection } from '../reference/reference-projection.ts'
import { samplingSheetProjection } from '../spot-check/spot-check-projection.ts'
import { checkStepProjection, spotCheckTaskProjection } from '../spot-check/task-projection.ts'
import { clockProjection } from '../sync/clock-projection.ts'
import { restoredProjection } from '../sync/restored-projection.ts'
import { adviserProjection } from '../team/adviser-projection.ts'
import { taskForceProjection, teamVisitProjection } from '../team/task-force-projection.ts'
import { agreementProjection, agreementVisitProjection } from '../visit/agreement-projection.ts'
import { visitProjection } from '../visit/visit-projection.ts'

export const projections: readonly Projection[] = [
  enterpriseProjection,
  enterpriseMergeProjection,
  referenceItemProjection,
  samplingSheetProjection,
  spotCheckTaskProjection,
  checkStepProjection,
  randomDrawProjection,
  aftercareCaseProjection,
  certificationCaseProjection,
  certificateProjection,
  taskForceProjection,
  teamVisitProjection,
  adviserProjection,
  agreementProjection,
  agreementVisitProjection,
  visitProjection,
  facilityProjection,
  facilityUseProjection,
  referralProjection,
]

export const audits: readonly AuditProjection[] = [paperPrintProjection, clockChangeProjection, clockProjection, restoredProjection]
