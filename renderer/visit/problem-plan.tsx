import type { z } from 'zod'
import { Benefit } from '#shared/enterprise/benefit'
import { textAt } from '#shared/kernel/kind'
import { ProblemStep, type ProblemStepName } from '#shared/visit/problem-step'
import type { StepPlan } from '../kernel/course/step-plan'
import { choice, date, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'
import { useWords } from '../kernel/i18n'
import { facilityKind } from './facility-control'

const long: FieldSpec = { kind: 'long', span: 'full' }

type Specs = Readonly<Record<string, FieldSpec>>

/** What is asked for in each step besides its day and a note, in the order in which it is said. */
const specs: Readonly<Record<ProblemStepName, Specs>> = {
  refer: { facilityId: { kind: 'facility', span: 'full', saidBy: 'facilityName' }, element: choice('element', 'half'), question: long },
  answer: { answer: long, by: text('half') },
  followUp: { state: choice('state', 'half'), evidence: long, reason: long, nextOn: date },
  confirmBenefit: {},
  transfer: { to: text('full'), reason: long },
}

const schemas = new Map<string, z.ZodObject>(ProblemStep.options.map((schema) => [schema.shape.step.value, schema]))
const isProblemStep = (step: string): step is ProblemStepName => Object.hasOwn(specs, step)

const BENEFIT: Specs = {
  yuan: { kind: 'decimal', span: 'third', unit: 'yuan' },
  basis: text('wide'),
  confirmedBy: text('half'),
  confirmedOn: { ...date, span: 'half' },
}
const EFFECT: Specs = { metric: text('half'), unit: text('half'), before: text('half'), after: text('half') }

/** What belongs to a part that may be left out is never required by itself. */
const free = (fields: readonly FormField[]): FormField[] => fields.map((field) => ({ ...field, required: false }))

/** Effect and benefit of a follow-up; of a confirmation the benefit again, whole. */
function partsOf(step: ProblemStepName): readonly FormField[] {
  const benefit = fieldsFrom(Benefit, BENEFIT, 'benefit')
  if (step === 'confirmBenefit') return benefit.map((field) => ({ ...field, required: true }))
  if (step !== 'followUp') return []
  const followUp = ProblemStep.options.find((schema) => schema.shape.step.value === 'followUp')
  const effect = followUp === undefined || !('effect' in followUp.shape) ? [] : fieldsFrom(followUp.shape.effect.unwrap(), EFFECT, 'effect')
  return free([...effect, ...benefit])
}

const made = new Map<string, readonly FormField[]>()

/** The fields of one step's form; the same array each time, since a form is drawn again when its fields are others. */
function fieldsOf(step: string): readonly FormField[] {
  const known = made.get(step)
  if (known !== undefined) return known
  const schema = schemas.get(step)
  if (schema === undefined || !isProblemStep(step)) return []
  const own = fieldsFrom(schema, { on: date, ...specs[step] })
  const fields = [...own, ...partsOf(step), ...fieldsFrom(schema, { note: long })].map((field) => ({ ...field, section: step }))
  made.set(step, fields)
  return fields
}

/** A follow-up of these states asks for the field; whatever is not named here is always asked for. */
const ASKED_WHEN: Readonly<Record<string, readonly string[]>> = {
  reason: ['declined'],
  evidence: ['inProgress', 'partial', 'solved', ''],
  nextOn: ['notStarted', 'inProgress', 'partial', ''],
  effect: ['partial', 'solved'],
  benefit: ['partial', 'solved'],
}

/** What a follow-up asks for follows from how it stands; what was measured before is asked for again, whatever has become of it. */
function isShown({ key, section }: FormField, doc: Readonly<Record<string, unknown>>): boolean {
  const [part = ''] = key.split('.')
  if (section !== 'followUp' || (part === 'effect' && textAt(doc, 'effect', 'metric') !== '')) return true
  return ASKED_WHEN[part]?.includes(textAt(doc, 'state')) ?? true
}

/** What the step means, said where it is filled in. */
function StepFoot({ step }: { readonly step: string }) {
  const t = useWords()
  if (!isProblemStep(step)) return null
  return (
    <p className={step === 'transfer' ? 'step-warning' : 'quiet'} data-hint={step}>
      {t(`visit.step.hint.${step}`)}
    </p>
  )
}

/** How the steps of a problem are filled in. */
export const problemPlan: StepPlan = {
  kind: 'problemStep',
  words: 'visit.step',
  fieldsOf,
  isShown,
  kinds: { facility: facilityKind },
  Foot: StepFoot,
}

/** One document for each way a follow-up can turn out, so that the chart knows which state follows which. */
export const turns: readonly Readonly<Record<string, unknown>>[] = ['notStarted', 'inProgress', 'partial', 'solved', 'declined'].map(
  (state) => ({ state }),
)
