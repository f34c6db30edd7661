import { aftercareCaseProjection } from '../aftercare/aftercare-case-projection.ts'
import { clockChangeProjection } from '../aftercare/clock-change-projection.ts'
import { enterpriseProjection } from '../enterprise/enterprise-projection.ts'
import type { AuditProjection, Projection } from '../kernel/projection.ts'
import { paperPrintProjection } from '../paper/print-projection.ts'
import { randomDrawProjection } from '../plan/random-draw-projection.ts'
import { referenceItemProjection } from '../reference/reference-projection.ts'
import { samplingSheetProjection } from '../spot-check/spot-check-projection.ts'
import { checkStepProjection, spotCheckTaskProjection } from '../spot-check/task-projection.ts'

export const projections: readonly Projection[] = [
  enterpriseProjection,
  referenceItemProjection,
  samplingSheetProjection,
  spotCheckTaskProjection,
  checkStepProjection,
  randomDrawProjection,
  aftercareCaseProjection,
]

export const audits: readonly AuditProjection[] = [paperPrintProjection, clockChangeProjection]
