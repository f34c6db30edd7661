import { aftercareCaseKind } from '../aftercare/aftercare-case.ts'
import { aftercareProcedure } from '../aftercare/aftercare-procedure.ts'
import { caseStepKind } from '../aftercare/case-step.ts'
import { certificateKind } from '../certification/certificate.ts'
import { certificationCaseKind } from '../certification/certification-case.ts'
import { certificationProcedure } from '../certification/certification-procedure.ts'
import { certificationStepKind } from '../certification/certification-step.ts'
import { creditEventKind } from '../enterprise/credit-event.ts'
import { enterpriseKind } from '../enterprise/enterprise.ts'
import { enterpriseMergeKind } from '../enterprise/enterprise-merge.ts'
import type { Kind } from '../kernel/kind.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { facilityKind } from '../nqi/facility.ts'
import { facilityUseKind } from '../nqi/facility-use.ts'
import { randomDrawKind } from '../plan/random-draw.ts'
import { referenceItemKind } from '../reference/reference-item.ts'
import { checkProcedure } from '../spot-check/check-procedure.ts'
import { checkStepKind } from '../spot-check/check-step.ts'
import { samplingSheetKind } from '../spot-check/sampling-sheet.ts'
import { siteReportKind } from '../spot-check/site-report.ts'
import { spotCheckTaskKind } from '../spot-check/task.ts'
import { adviserKind } from '../team/adviser.ts'
import { taskForceKind } from '../team/task-force.ts'
import { problemProcedure } from '../visit/problem-procedure.ts'
import { problemStepKind } from '../visit/problem-step.ts'
import { serviceAgreementKind } from '../visit/service-agreement.ts'
import { visitKind } from '../visit/visit.ts'

export const kinds: readonly Kind[] = [
  enterpriseKind,
  referenceItemKind,
  samplingSheetKind,
  randomDrawKind,
  spotCheckTaskKind,
  siteReportKind,
  checkStepKind,
  aftercareCaseKind,
  caseStepKind,
  enterpriseMergeKind,
  creditEventKind,
  taskForceKind,
  adviserKind,
  serviceAgreementKind,
  visitKind,
  problemStepKind,
  facilityKind,
  facilityUseKind,
  certificationCaseKind,
  certificationStepKind,
  certificateKind,
]

/** What the steps of these kinds are judged by. */
export const procedures: readonly Procedure[] = [checkProcedure, aftercareProcedure, problemProcedure, certificationProcedure]
