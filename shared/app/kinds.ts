import { aftercareCaseKind } from '../aftercare/aftercare-case.ts'
import { aftercareProcedure } from '../aftercare/aftercare-procedure.ts'
import { caseStepKind } from '../aftercare/case-step.ts'
import { enterpriseKind } from '../enterprise/enterprise.ts'
import type { Kind } from '../kernel/kind.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { randomDrawKind } from '../plan/random-draw.ts'
import { referenceItemKind } from '../reference/reference-item.ts'
import { checkProcedure } from '../spot-check/check-procedure.ts'
import { checkStepKind } from '../spot-check/check-step.ts'
import { samplingSheetKind } from '../spot-check/sampling-sheet.ts'
import { siteReportKind } from '../spot-check/site-report.ts'
import { spotCheckTaskKind } from '../spot-check/task.ts'

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
]

/** What the steps of these kinds are judged by. */
export const procedures: readonly Procedure[] = [checkProcedure, aftercareProcedure]
