import { useMemo } from 'react'
import { useNameOf, useWords } from '../i18n'
import { RecordDrawer } from './record-drawer'
import type { RecordPlan, RecordWork } from './record-plan'
import type { StepPhotos, StepPlan, StepWork } from './step-plan'

interface DialogProps {
  readonly work: StepWork
  readonly plan: StepPlan
  readonly photos?: StepPhotos | undefined
  /** The drawer was left, or the step recorded. */
  readonly onClose: () => void
}

/** One step of a procedure: the small record of its name, with the article it rests on. */
export function StepDialog({ work, plan, photos, onClose }: DialogProps) {
  const t = useWords()
  const nameOf = useNameOf()
  const { step, name, article, ...rest } = work
  const { Foot } = plan
  const ofStep = useMemo<RecordPlan>(
    () => ({ ...plan, fields: plan.fieldsOf(step), ...(plan.isWide?.(step) === true ? { wide: true } : {}) }),
    [plan, step],
  )
  const record: RecordWork = { ...rest, title: nameOf(name) }
  return (
    <RecordDrawer
      work={record}
      plan={ofStep}
      photos={photos}
      submitText={t('kernel.course.submit')}
      lead={article !== undefined && <p className="quiet">{t('kernel.course.basis', { article: nameOf(article) })}</p>}
      foot={Foot !== undefined && <Foot step={step} />}
      onClose={onClose}
    />
  )
}
