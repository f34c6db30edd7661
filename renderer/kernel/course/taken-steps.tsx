import './course.css'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { CourseDetail, TakenStep } from '#shared/kernel/course-contract'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../feedback'
import { useFieldText } from '../form/field-text'
import { useFieldWords } from '../form/form-frame'
import { useNameOf, useWords } from '../i18n'
import { ReasonDialog } from '../reason-dialog'
import { records } from '../record-store'
import { useSay } from '../say'
import { StatePill } from '../state-pill'
import { PROOF, type StepPhotos, type StepPlan } from './step-plan'

export interface TakenStepsProps {
  readonly course: CourseDetail
  /** Names the facts of the steps that are records of its kind; those of other kinds (a sheet) show only their link. */
  readonly plan: StepPlan
  readonly photos?: StepPhotos | undefined
  /** The way to a record that has a page of its own; null for a step that is all here. */
  readonly renderLink?: (step: TakenStep) => ReactNode
  /** Begins a correction of a step of the plan's kind, with the reason. */
  readonly onCorrect: (step: TakenStep, reason: string) => void
}

type Asking = { readonly what: 'correct' | 'void'; readonly step: TakenStep } | null

/** What was done, oldest first: each step a record that can be opened, corrected, or undone with a reason; and what does not count, and why. */
export function TakenSteps(props: TakenStepsProps) {
  const t = useWords()
  const { course, onCorrect } = props
  const [asking, setAsking] = useState<Asking>(null)
  const close = (): void => setAsking(null)
  const { done, refused } = useFeedback()
  const nameOf = useNameOf()
  const undo = async (step: TakenStep, reason: string): Promise<void> => {
    close()
    const answer = await records.call('record.void', { id: step.id, reason })
    if (answer.ok) done(t('kernel.course.voided', { step: nameOf(step.name) }))
    else refused(answer.problems)
  }
  const give = (reason: string): void => {
    if (asking === null) return
    if (asking.what === 'void') return void undo(asking.step, reason)
    close()
    onCorrect(asking.step, reason)
  }
  return (
    <>
      {course.taken.length === 0 && <p className="quiet">{t('kernel.course.takenNone')}</p>}
      <Steps {...props} steps={course.taken} onAsk={setAsking} />
      {course.outOfPlace.length > 0 && (
        <section className="steps-aside" data-panel="aside">
          <h3>{t('kernel.course.aside')}</h3>
          <p className="quiet">{t('kernel.course.asideText')}</p>
          <Steps {...props} steps={course.outOfPlace} onAsk={setAsking} />
        </section>
      )}
      {asking !== null && (
        <ReasonDialog
          open
          danger={asking.what === 'void'}
          title={t(`kernel.course.${asking.what}Title`, { step: nameOf(asking.step.name) })}
          text={t(`kernel.course.${asking.what}Text`)}
          label={t('kernel.course.reason')}
          action={t(asking.what === 'void' ? 'kernel.course.void' : 'kernel.course.correctBegin')}
          onGive={give}
          onClose={close}
        />
      )}
    </>
  )
}

type Shown = TakenStep & { readonly problems?: readonly Problem[] }

function Steps({
  steps,
  onAsk,
  ...props
}: TakenStepsProps & { readonly steps: readonly Shown[]; readonly onAsk: (asking: Asking) => void }) {
  return (
    <ol className="steps-taken">
      {steps.map((step) => (
        <li key={step.id} data-step={step.step} data-row={step.id}>
          <StepRow {...props} step={step} onAsk={onAsk} />
        </li>
      ))}
    </ol>
  )
}

interface RowProps extends TakenStepsProps {
  readonly step: Shown
  readonly onAsk: (asking: Asking) => void
}

function StepRow({ step, plan, photos: Photos, renderLink, onAsk }: RowProps) {
  const t = useWords()
  const say = useSay()
  const nameOf = useNameOf()
  const [open, setOpen] = useState(false)
  const own = step.kind === plan.kind
  const name = nameOf(step.name)
  return (
    <>
      <span className="step-day number">{step.on}</span>
      <div>
        <div className="step-head">
          <strong>{name}</strong> <StatePill state={step.state} />
          <span className="quiet">{t('kernel.course.by', { by: step.by })}</span>
          {step.files > 0 &&
            (own && Photos !== undefined ? (
              <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
                {t('kernel.course.files', { n: step.files })}
              </Button>
            ) : (
              <span className="quiet">{t('kernel.course.files', { n: step.files })}</span>
            ))}
        </div>
        {(step.problems ?? []).map((found) => (
          <p key={found.code + found.path} className="field-error" data-problem={found.code}>
            {say(found)}
          </p>
        ))}
        {own && <StepFacts step={step} plan={plan} />}
        {open && Photos !== undefined && (
          <Photos record={step.id} kind={step.kind} editable={false} slots={PROOF} ensure={() => Promise.resolve(true)} />
        )}
      </div>
      <div className="step-tools">
        {own ? (
          <>
            <Button
              size="small"
              aria-label={t('kernel.course.correctAs', { step: name })}
              data-action="correct-step"
              onClick={() => onAsk({ what: 'correct', step })}
            >
              {t('kernel.course.correct')}
            </Button>
            <Button
              size="small"
              danger
              aria-label={t('kernel.course.voidAs', { step: name })}
              data-action="void-step"
              onClick={() => onAsk({ what: 'void', step })}
            >
              {t('kernel.course.void')}
            </Button>
          </>
        ) : (
          renderLink?.(step)
        )}
      </div>
    </>
  )
}

interface FactsProps {
  readonly step: TakenStep
  readonly plan: StepPlan
}

function StepFacts({ step: { step, doc }, plan }: FactsProps) {
  const { Facts } = plan
  const textOf = useFieldText(plan.words)
  const { label } = useFieldWords(plan.words)
  const shown = plan.fieldsOf(step).filter((field) => field.key !== 'on' && textOf(field, doc) !== '')
  return (
    <>
      {shown.length > 0 && (
        <dl className="step-facts">
          {shown.map((field) => (
            <div key={field.key}>
              <dt>{label(field)}</dt>
              <dd>{textOf(field, doc)}</dd>
            </div>
          ))}
        </dl>
      )}
      {Facts !== undefined && <Facts step={step} doc={doc} />}
    </>
  )
}
