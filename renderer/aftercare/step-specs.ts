import type { z } from 'zod'
import { CaseStep, type CaseStepName } from '#shared/aftercare/case-step'
import { choice, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'

const long: FieldSpec = { kind: 'long', span: 'full' }
const day: FieldSpec = { kind: 'date', span: 'third' }
const recipient: FieldSpec = { kind: 'recipient', span: 'wide', choices: 'recipient' }
const lab: FieldSpec = { kind: 'lab', span: 'wide' }

type Specs = Readonly<Record<string, FieldSpec>>

/**
 * What is asked for in each step, in the order in which it is written down. `on`, the day it happened, comes first: the law counts
 * from it; the remark comes last, and both are in every step.
 */
const specs: Readonly<Record<CaseStepName, Specs>> = {
  notice: { recipient, name: text('half'), method: choice('method'), docNo: text() },
  lapse: { recipient },
  objection: { recipient, ground: choice('ground'), reasons: long },
  objectionDecision: { outcome: choice('outcome', 'half'), reasons: long },
  retestFormalities: {},
  retestWaived: {},
  retestLab: { lab, onlyQualified: { kind: 'onlyQualified', span: 'full' } },
  backupUnfit: { how: choice('how'), text: long },
  retestResult: { reportNo: text('half'), items: { kind: 'items', span: 'full' }, conclusion: choice('conclusion', 'half') },
  retestTold: {},
  stopSale: { measures: long, stock: text('half') },
  order: { docNo: text('half'), requirement: long },
  rectification: { report: long },
  notRectified: { reasons: long },
  recheck: { lab: text('half'), reportNo: text('half'), result: choice('result') },
  announcement: { where: text('half'), url: text('half') },
  suspension: { docNo: text('half') },
  revocation: { docNo: text('half') },
  penalty: { decision: choice('decision'), docNo: text(), amount: { kind: 'decimal', span: 'third', unit: 'yuan' }, reasons: long },
  circular: { to: text('wide') },
  softMeasure: { rung: { kind: 'rungs', span: 'full' }, bottomLine: long, effect: long },
  observation: { until: day, bottomLine: long },
  close: { summary: long },
}

const schemas = new Map<string, z.ZodObject>(CaseStep.options.map((schema) => [schema.shape.step.value, schema]))

export const isCaseStep = (step: string): step is CaseStepName => Object.hasOwn(specs, step)

/** The fields of one step's form, and the schema that says what is required of them. */
const made = new Map<string, readonly FormField[]>()

/** The fields of one step's form; the same array each time, since a form is drawn again when its fields are others. */
export function stepFields(step: string): readonly FormField[] {
  const known = made.get(step)
  if (known !== undefined) return known
  const schema = schemas.get(step)
  if (schema === undefined || !isCaseStep(step)) return []
  const asked = { on: { kind: 'day', span: 'third' } as const, ...specs[step], note: long }
  const fields = fieldsFrom(schema, asked).map((field) => ({ ...field, section: step }))
  made.set(step, fields)
  return fields
}

/** 柔性执法, from the mildest rung to the firmest. */
export const rungs = ['remind', 'persuade', 'warn', 'prompt', 'interview'] as const
