import { textAt } from '#shared/kernel/kind'
import type { StepPlan } from '../kernel/course/step-plan'
import { useWords } from '../kernel/i18n'
import { useCaseFacts } from './case-context'
import { caseFieldKinds } from './step-fields'
import { isCaseStep, stepFields } from './step-specs'

/** What the law asks of this step, said where it is filled in. */
function StepFoot({ step }: { readonly step: string }) {
  const t = useWords()
  const { doc } = useCaseFacts()
  if (!isCaseStep(step)) return null
  return (
    <p className="quiet step-hint" data-hint={step}>
      {t(`aftercare.hint.${step}`, { lab: textAt(doc, 'firstLab') })}
    </p>
  )
}

const ONLY_IMPOSED = ['docNo', 'amount']

/** How the steps of a case are filled in. */
export const casePlan: StepPlan = {
  kind: 'caseStep',
  words: 'aftercare',
  fieldsOf: stepFields,
  isShown: ({ key, section }, doc) => section !== 'penalty' || !ONLY_IMPOSED.includes(key) || textAt(doc, 'decision') === 'imposed',
  kinds: caseFieldKinds,
  Foot: StepFoot,
  isWide: (step) => step === 'softMeasure' || step === 'retestResult',
}

/** One document for each way a step can turn out, so that the chart knows which state follows which. */
export const turns: readonly Readonly<Record<string, unknown>>[] = [{ result: 'passed' }, { result: 'failed' }]
