import './course.css'
import { Alert, Button, Drawer } from 'antd'
import { useMemo } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import type { StoredDoc } from '../form/editable'
import { FieldRows } from '../form/field-rows'
import type { FormField } from '../form/field-spec'
import { FormBody } from '../form/form-body'
import { type FormFrame, FormFrameContext, useFieldWords } from '../form/form-frame'
import { SaveNote } from '../form/save-note'
import { useNameOf, useWords } from '../i18n'
import { focusField, toPointer } from '../pointer'
import { useSay } from '../say'
import { useShortcuts } from '../shortcuts'
import { PROOF, type StepPhotos, type StepPlan, type StepWork } from './step-plan'
import { type StepForm, useStepForm } from './use-step-form'

interface DialogProps {
  readonly work: StepWork
  readonly plan: StepPlan
  readonly photos?: StepPhotos | undefined
  /** The drawer was left, or the step recorded. */
  readonly onClose: () => void
}

const NO_PROBLEMS: readonly Problem[] = []
const isMissing = ({ code }: Problem): boolean => code === 'field.missing'

/**
 * One step of a procedure, filled in beside what it is about. Everything typed is a draft at once, so leaving loses nothing; Enter
 * leads from field to field, Ctrl+Enter records. A refusal stays, with its words, and marks its fields.
 */
export function StepDialog({ work, plan, photos, onClose }: DialogProps) {
  const t = useWords()
  const nameOf = useNameOf()
  const step = useStepForm(work, plan, onClose)
  const { draft, refused, submit, busy } = step
  const correcting = work.reason !== undefined
  const leave = (): void => {
    void draft.saver.flush()
    onClose()
  }
  useShortcuts({ 'ctrl+enter': () => void submit(), 'ctrl+s': () => void draft.saver.flush() })
  const frame = useMemo<FormFrame>(
    () => ({
      words: plan.words,
      problems: refused ?? NO_PROBLEMS,
      strict: refused !== null,
      correcting,
      isUnfinished: isMissing,
      ...(plan.kinds === undefined ? {} : { kinds: plan.kinds }),
    }),
    [plan, refused, correcting],
  )
  return (
    <Drawer
      open
      size={plan.isWide?.(work.step) === true ? 'min(1120px, 92vw)' : 640}
      title={nameOf(work.name)}
      onClose={leave}
      // Escape closes an open list first; the drawer is left by its button.
      keyboard={false}
      maskClosable={false}
      afterOpenChange={(open) => open && placeCursor(plan, work)}
      footer={
        <div className="step-foot">
          <Button type="primary" loading={busy} data-action="submit-step" onClick={() => void submit()}>
            {t(correcting ? 'kernel.course.submitCorrection' : 'kernel.course.submit')}
          </Button>
          <kbd>{t('kernel.course.keys')}</kbd>
          <Button data-action="leave-step" onClick={leave}>
            {t(correcting ? 'kernel.form.leave' : 'kernel.course.leaveLater')}
          </Button>
          {!correcting && <SaveNote save={draft.state} />}
        </div>
      }
    >
      <FormFrameContext value={frame}>
        <FormProvider {...step.form}>
          <StepBody work={work} plan={plan} step={step} photos={photos} />
        </FormProvider>
      </FormFrameContext>
    </Drawer>
  )
}

interface BodyProps {
  readonly work: StepWork
  readonly plan: StepPlan
  readonly step: StepForm
  readonly photos: StepPhotos | undefined
}

function StepBody({ work, plan, step: { draft, refused }, photos: Photos }: BodyProps) {
  const t = useWords()
  const nameOf = useNameOf()
  const doc = useWatch() as StoredDoc
  const fields = plan.fieldsOf(work.step).filter((field) => plan.isShown?.(field, doc) !== false)
  const { Foot } = plan
  return (
    <FormBody className="step-form" onField={draft.saver.moveCursor}>
      {work.article !== undefined && <p className="quiet">{t('kernel.course.basis', { article: nameOf(work.article) })}</p>}
      {work.reason !== undefined && <p className="quiet">{t('kernel.course.correcting', { reason: work.reason })}</p>}
      {refused !== null && <Against problems={refused} plan={plan} fields={fields} />}
      <FieldRows fields={fields} />
      {Foot !== undefined && <Foot step={work.step} />}
      {Photos !== undefined && (
        <>
          <h3>{t('kernel.course.proof')}</h3>
          <Photos record={work.id} kind={plan.kind} editable={work.reason === undefined} slots={PROOF} ensure={draft.saver.ensure} />
        </>
      )}
    </FormBody>
  )
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The cursor begins in the first field that nothing stands in yet; the day, filled in already, is passed over. */
function placeCursor(plan: StepPlan, { step, doc }: StepWork): void {
  if (document.activeElement?.closest('.step-form') !== null) return // somebody was faster than the drawer
  const fields = plan.fieldsOf(step).filter((field) => plan.isShown?.(field, doc) !== false)
  const first = fields.find(({ key, locked }) => locked !== true && isEmpty(doc[key])) ?? fields[0]
  if (first !== undefined) focusField(toPointer(first.key))
}

interface AgainstProps {
  readonly problems: readonly Problem[]
  readonly plan: StepPlan
  readonly fields: readonly FormField[]
}

/** Why it was not recorded, with the label of the field where there is one. */
function Against({ problems, plan, fields }: AgainstProps) {
  const t = useWords()
  const say = useSay()
  const { label } = useFieldWords(plan.words)
  const fieldAt = (path: string) => fields.find(({ key }) => path === toPointer(key) || path.startsWith(`${toPointer(key)}/`))
  return (
    <Alert
      className="refused"
      type="error"
      showIcon
      title={t('kernel.course.refused')}
      description={
        <ul>
          {problems.map((found) => {
            const field = fieldAt(found.path)
            return (
              <li key={found.code + found.path + JSON.stringify(found.facts)} data-problem={found.code}>
                {field !== undefined && (
                  <>
                    <button type="button" className="link" onClick={() => focusField(found.path)}>
                      {label(field)}
                    </button>{' '}
                  </>
                )}
                {say(found)}
              </li>
            )
          })}
        </ul>
      }
    />
  )
}
