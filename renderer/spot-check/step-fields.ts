import type { z } from 'zod'
import { CheckStep, type CheckStepName } from '#shared/spot-check/check-step'
import type { StepPlan } from '../kernel/course/step-plan'
import { choice, date, type FieldSpec, fieldsFrom, text } from '../kernel/form/field-spec'
import { itemsKind } from '../reference/items/items-field'
import { picksKind } from './picks-field'
import { StepFoot } from './step-foot'

const long: FieldSpec = { kind: 'long', span: 'full' }
const int: FieldSpec = { kind: 'int', span: 'third' }
const yesNo: FieldSpec = { kind: 'yesNo', span: 'third' }
const lines: FieldSpec = { kind: 'lines', span: 'full' }

/** What is asked for in each step; the day comes first, since the law counts from it, and the remark last. */
const specs: Readonly<Record<CheckStepName, Readonly<Record<string, FieldSpec>>>> = {
  assign: { samplers: lines },
  arrive: { noticeNo: text(), place: text(), noticeShown: { kind: 'confirm', span: 'full' } },
  draw: {
    frame: int,
    method: choice('method'),
    picks: { kind: 'picks', span: 'full' },
    seed: text('wide'),
    algorithm: { ...text(), locked: true },
  },
  dispatch: { by: choice('by'), lab: text(), courier: text(), trackingNo: text('wide'), condition: long },
  receive: { lab: text(), receivedBy: text(), sealIntact: yesNo, licenceChecked: yesNo, condition: long },
  report: {
    reportNo: text(),
    lab: text(),
    cmaNo: text(),
    testers: { ...lines, optional: true },
    items: { kind: 'items', span: 'full' },
    conclusion: choice('verdict', 'half'),
  },
  judge: { verdict: choice('verdict'), edition: { ...text(), locked: true }, sentence: long },
}

const schemas = new Map<string, z.ZodObject>(CheckStep.options.map((schema) => [schema.shape.step.value, schema]))

const isCheckStep = (step: string): step is CheckStepName => Object.hasOwn(specs, step)

const fields = Object.fromEntries(
  [...schemas].map(([step, schema]) => [step, isCheckStep(step) ? fieldsFrom(schema, { on: date, ...specs[step], note: long }) : []]),
)

export const checkStepPlan: StepPlan = {
  kind: 'checkStep',
  words: 'spotCheck.step',
  fieldsOf: (step) => fields[step] ?? [],
  isShown: ({ key }, doc) => {
    if (key === 'courier' || key === 'trackingNo') return doc['by'] === 'courier'
    if (key === 'seed' || key === 'algorithm') return doc['method'] === 'seeded'
    return true
  },
  kinds: { items: itemsKind, picks: picksKind },
  Foot: StepFoot,
  isWide: (step) => step === 'report',
}
