import type { z } from 'zod'
import { Certificate } from '#shared/certification/certificate'
import { CertificationCase } from '#shared/certification/certification-case'
import { CertificationStep, type CertificationStepName } from '#shared/certification/certification-step'
import { choice, date, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'

const long: FieldSpec = { kind: 'long', span: 'full' }
const tick: FieldSpec = { kind: 'tick', span: 'half' }
const whole: FieldSpec = { kind: 'int', span: 'third' }
const table = (kind: string): FieldSpec => ({ kind, span: 'full', optional: true })

type Specs = Readonly<Record<string, FieldSpec>>

/** What is asked for in each step, in the order in which it is written down; the day comes first, the remark last. */
const steps: Readonly<Record<CertificationStepName, Specs>> = {
  screening: { willing: tick, potential: tick, grounds: long },
  gapAnalysis: { gaps: table('gaps'), signedBy: text('half') },
  plan: { milestones: long, helper: text('half'), agreedBy: text('half'), budgetYuan: { kind: 'text', span: 'third', unit: 'yuan' } },
  documents: { documents: table('documents') },
  trialRun: { startedOn: date, records: long },
  internalAudit: {
    auditors: { kind: 'lines', span: 'full', optional: true },
    allClauses: { ...tick, span: 'full' },
    nonconformities: whole,
    openNonconformities: whole,
  },
  managementReview: { topManager: text('half'), signed: tick, outputs: long },
  application: { body: text('wide'), bodyApprovalNo: text('half'), contractOn: date },
  audit: { stage1On: date, stage2On: date, major: whole, minor: whole, openMajor: whole },
  surveillance: { body: text('half'), result: choice('surveillanceResult') },
  recertification: { result: choice('recertificationResult') },
  complete: {},
  suspend: { reason: long },
  resume: { reason: long },
  abandon: { reason: long },
  fail: { reason: long },
}

const schemas = new Map<string, z.ZodObject>(CertificationStep.options.map((schema) => [schema.shape.step.value, schema]))
const isStep = (step: string): step is CertificationStepName => Object.hasOwn(steps, step)
const made = new Map<string, readonly FormField[]>()

/** The fields of one step's form; the same array each time, since a form is drawn again when its fields are others. */
export function stepFields(step: string): readonly FormField[] {
  const known = made.get(step)
  if (known !== undefined) return known
  const schema = schemas.get(step)
  if (schema === undefined || !isStep(step)) return []
  const fields = fieldsFrom(schema, { on: date, ...steps[step], note: long }).map((field) => ({ ...field, section: step }))
  made.set(step, fields)
  return fields
}

export const caseFields: readonly FormField[] = fieldsFrom(CertificationCase, {
  enterprise: { kind: 'enterprise', span: 'full' },
  certificationKind: { kind: 'certificationKind', span: 'half' },
  contribution: choice('contribution', 'half'),
  scope: text('half'),
  standard: text('half'),
  openedOn: date,
  source: text(),
  campaign: text(),
  helpers: table('helpers'),
  leading: { ...tick, span: 'full' },
  remarks: long,
})

export const certificateFields: readonly FormField[] = fieldsFrom(Certificate, {
  enterprise: { kind: 'enterprise', span: 'full' },
  certificationKind: { kind: 'certificationKind', span: 'half' },
  number: { kind: 'certificateNumber', span: 'half' },
  body: text('wide'),
  issuedOn: date,
  expiresOn: date,
  status: choice('status'),
  verification: choice('verification'),
  verifiedOn: date,
  standard: text(),
  scope: long,
  adoption: long,
})
