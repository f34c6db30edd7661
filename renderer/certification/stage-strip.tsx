import { CheckOutlined } from '@ant-design/icons'
import { STAGES } from '#shared/certification/stages'
import type { CourseDetail } from '#shared/kernel/course-contract'
import { useNameOf, useWords } from '../kernel/i18n'

type Standing = 'done' | 'now' | 'next'

interface StripProps {
  readonly course: CourseDetail
  /** A stage was chosen: its form, or why it is not its turn. */
  readonly onStage: (step: string) => void
}

/** The twelve stages in a row: what is passed, with its day, where the case stands, and what is still to come. */
export function StageStrip({ course, onStage }: StripProps) {
  const t = useWords()
  const nameOf = useNameOf()
  const now = course.open ? STAGES.findIndex(({ step }) => step === course.states['main']) : -1
  const dayOf = (step: string): string => course.taken.findLast((taken) => taken.step === step)?.on ?? ''
  const standingOf = (at: number, step: string): Standing => {
    if (at === now) return 'now'
    return dayOf(step) !== '' && (now < 0 || at < now || step === 'recertification') ? 'done' : 'next'
  }
  const said = { done: t('certification.stageDone'), now: t('certification.stageNow'), next: t('certification.stageNext') }
  return (
    <ol className="stage-strip" aria-label={t('certification.stages')}>
      {STAGES.map(({ step, no, name, gate }, at) => {
        const standing = standingOf(at, step)
        return (
          <li key={step} data-stage={step} data-standing={standing} aria-current={standing === 'now' ? 'step' : undefined}>
            <button type="button" className="strip-stage" data-action={`stage-${step}`} title={nameOf(gate)} onClick={() => onStage(step)}>
              <span className="strip-no number">{standing === 'done' ? <CheckOutlined aria-hidden /> : no}</span>
              <span className="strip-name">{nameOf(name)}</span>
              <span className="strip-day number">{standing === 'next' ? '' : dayOf(step)}</span>
              <span className="unseen">{said[standing]}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
