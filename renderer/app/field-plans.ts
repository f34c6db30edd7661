import { type Loose, textAt } from '#shared/kernel/kind'
import { casePlan as caseSteps } from '../aftercare/case-plan'
import { certificatePlan, casePlan as certificationPlan, stepPlan as certificationSteps } from '../certification/plans'
import { creditEventPlan } from '../enterprise/credit-event-plan'
import { enterprisePlan } from '../enterprise/enterprise-plan'
import type { KindFields } from '../kernel/document/kind-fields'
import { facilityPlan, usePlan } from '../nqi/nqi-plan'
import { reportFields } from '../spot-check/report-fields'
import { fieldsOf, sheetFields } from '../spot-check/sheet-fields'
import { checkStepPlan } from '../spot-check/step-fields'
import { taskFields } from '../spot-check/task-fields'
import { personPlan, teamPlan } from '../team/team-plan'
import { agreementPlan } from '../visit/agreement-plan'
import { problemPlan } from '../visit/problem-plan'
import { visitFields } from '../visit/visit-fields'

/** Test items, wherever they stand. */
const ITEMS = { columns: { items: 'items.column' }, choices: { requirement: 'items.requirementLong' } }
const sections = Object.keys(sheetFields) as (keyof typeof sheetFields)[]

/** Kinds whose fields are always the same. */
const FIXED: Readonly<Record<string, KindFields>> = {
  samplingSheet: { words: 'spotCheck', fields: sections.flatMap(fieldsOf), ...ITEMS },
  siteReport: { words: 'spotCheck.report', fields: Object.values(reportFields).flat() },
  spotCheckTask: { words: 'spotCheck.task', fields: Object.values(taskFields).flat(), ...ITEMS },
  visit: { words: 'visit', fields: Object.values(visitFields).flat() },
  aftercareCase: { words: 'aftercare', fields: [], labels: 'aftercare.head' },
  randomDraw: { words: 'plan.draw', fields: [], labels: 'plan.draw.fact' },
  enterprise: enterprisePlan,
  creditEvent: creditEventPlan,
  taskForce: teamPlan,
  adviser: personPlan,
  serviceAgreement: agreementPlan,
  facility: facilityPlan,
  facilityUse: usePlan,
  certificationCase: certificationPlan,
  certificate: certificatePlan,
}

/** Steps, whose fields are those of the step. */
const STEPS = { checkStep: checkStepPlan, caseStep: caseSteps, problemStep: problemPlan, certificationStep: certificationSteps } as const
const isStep = (kind: string): kind is keyof typeof STEPS => Object.hasOwn(STEPS, kind)

/** How the fields of any record are read one by one. */
export function kindFields(kind: string, doc: Loose): KindFields {
  if (isStep(kind)) {
    const { words, fieldsOf: fieldsOfStep } = STEPS[kind]
    return { words, fields: fieldsOfStep(textAt(doc, 'step')), ...ITEMS }
  }
  if (kind === 'referenceItem') return { words: 'reference', fields: [], columns: { item: `reference.field.${textAt(doc, 'table')}` } }
  return FIXED[kind] ?? { words: kind, fields: [] }
}
