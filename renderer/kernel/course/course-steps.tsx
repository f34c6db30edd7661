import './course.css'
import { Button } from 'antd'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import type { CourseDetail, TakenStep } from '#shared/kernel/course-contract'
import { textAt } from '#shared/kernel/kind'
import type { Procedure } from '#shared/kernel/procedure'
import type { RecordDetail } from '#shared/kernel/record-contract'
import type { Result } from '#shared/kernel/result'
import { useFeedback } from '../feedback'
import type { StoredDoc } from '../form/editable'
import { useNameOf, useWords } from '../i18n'
import { Panel } from '../page'
import { StepDialog } from './step-dialog'
import type { StepPhotos, StepPlan, StepWork } from './step-plan'
import { TakenSteps } from './taken-steps'
import { UnfinishedSteps } from './unfinished-steps'

export interface CourseStepsProps {
  readonly procedure: Procedure
  readonly course: CourseDetail
  readonly plan: StepPlan
  /** The field of a step that says what it is about (`check`, `case`). */
  readonly subjectField: string
  /** Asks the store for a step filled in as far as it can be. */
  readonly newStep: (step: string) => Promise<Result<{ readonly id: string; readonly doc: StoredDoc }>>
  readonly photos?: StepPhotos | undefined
  /** The way to a taken record that has a page of its own. */
  readonly renderLink?: (step: TakenStep) => ReactNode
  /** Next steps that are no form of the plan (sealing a sheet), and what stands for them; null leaves one out. */
  readonly isOwn?: (step: string) => boolean
  readonly renderOwn?: (step: string) => ReactNode
  /** A step to begin with at once, when it may be taken. */
  readonly begin?: string | undefined
  /** Stands between what may come next and what was done. */
  readonly children?: ReactNode
}

/** What may be done next as buttons, what was begun, what was done; and the drawer in which a step is filled in. */
export function CourseSteps(props: CourseStepsProps) {
  const { procedure, course, plan, subjectField, newStep, photos, renderLink, children } = props
  const t = useWords()
  const nameOf = useNameOf()
  const { refused } = useFeedback()
  const [work, setWork] = useState<StepWork | null>(null)
  const named = (step: string) => procedure.steps.find((rule) => rule.step === step)?.name ?? { zh: step, en: step }
  const open = (step: string, rest: Omit<StepWork, 'step' | 'name' | 'article'>): void => {
    const article = course.next.find((next) => next.step === step)?.article
    setWork({ ...rest, step, name: named(step), ...(article === undefined ? {} : { article }) })
  }
  const begin = async (step: string): Promise<void> => {
    const answer = await newStep(step)
    if (answer.ok) open(step, { ...answer.value, savedAt: null })
    else refused(answer.problems)
  }
  const resume = ({ id, doc, at }: RecordDetail): void => open(textAt(doc, 'step'), { id, doc, savedAt: at })
  const correct = ({ id, step, doc }: TakenStep, reason: string): void => open(step, { id, doc, savedAt: null, reason })
  useBeginning(props.begin, course, begin)
  return (
    <>
      {course.next.length > 0 && (
        <Panel title={t('kernel.course.nextTitle')} name="next-steps">
          <NextButtons {...props} onBegin={(step) => void begin(step)} />
        </Panel>
      )}
      <UnfinishedSteps
        kind={plan.kind}
        about={{ field: subjectField, id: course.subject }}
        nameOf={(step) => nameOf(named(step))}
        onResume={resume}
      />
      {children}
      <Panel title={t('kernel.course.taken')} name="taken-steps">
        <TakenSteps course={course} plan={plan} photos={photos} onCorrect={correct} {...(renderLink === undefined ? {} : { renderLink })} />
      </Panel>
      {work !== null && <StepDialog key={work.id} work={work} plan={plan} photos={photos} onClose={() => setWork(null)} />}
    </>
  )
}

/** Opens the step that a link promised, once. */
function useBeginning(step: string | undefined, { next }: CourseDetail, begin: (step: string) => Promise<void>): void {
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || step === undefined || !next.some((one) => one.step === step)) return
    begun.current = true
    void begin(step)
  })
}

type NextProps = CourseStepsProps & { readonly onBegin: (step: string) => void }

/** Under the name of its track each, where steps of several tracks may come next. */
function NextButtons(props: NextProps) {
  const nameOf = useNameOf()
  const { procedure, course } = props
  const trackOf = (step: string): string => procedure.steps.find((rule) => rule.step === step)?.track ?? ''
  const tracks = Object.entries(procedure.tracks)
    .map(([track, { name }]) => ({ track, name, next: course.next.filter(({ step }) => trackOf(step) === track) }))
    .filter(({ next }) => next.length > 0)
  if (tracks.length < 2) return <StepButtons {...props} next={course.next} />
  return (
    <div className="steps-tracks">
      {tracks.map(({ track, name, next }) => (
        <div key={track} className="steps-track" data-track={track}>
          <h3>{nameOf(name)}</h3>
          <StepButtons {...props} next={next} />
        </div>
      ))}
    </div>
  )
}

function StepButtons({ next, isOwn, renderOwn, onBegin }: NextProps & { readonly next: CourseDetail['next'] }) {
  const nameOf = useNameOf()
  return (
    <div className="steps-next">
      {next.map(({ step, name, article }) => {
        if (isOwn?.(step) === true) return <Fragment key={step}>{renderOwn?.(step)}</Fragment>
        return (
          <Button key={step} data-action={`step-${step}`} title={nameOf(article)} onClick={() => onBegin(step)}>
            {nameOf(name)}
          </Button>
        )
      })}
    </div>
  )
}
