import { CreditEvent } from '#shared/enterprise/credit-event'
import type { RecordPlan } from '../kernel/course/record-plan'
import { type FieldSpec, fieldsFrom } from '../kernel/form/field-spec'

const specs: Readonly<Record<string, FieldSpec>> = {
  type: { kind: 'choice', span: 'half', choices: 'type' },
  on: { kind: 'date', span: 'half' },
  title: { kind: 'long', span: 'full' },
  source: { kind: 'text', span: 'half' },
  no: { kind: 'text', span: 'half' },
  outcome: { kind: 'long', span: 'full' },
  validTo: { kind: 'date', span: 'half' },
  publicised: { kind: 'yesNo', span: 'half' },
}

/** A complaint, an honour, a penalty of others: what no other record here says. */
export const creditEventPlan: RecordPlan = {
  kind: 'creditEvent',
  words: 'enterprise.event',
  fields: fieldsFrom(CreditEvent, specs),
}
