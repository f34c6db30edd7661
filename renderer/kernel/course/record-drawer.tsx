import './course.css'
import { Alert, Button, Drawer } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import { FieldRows } from '../form/field-rows'
import type { FormField } from '../form/field-spec'
import { FormBody } from '../form/form-body'
import { type FormFrame, FormFrameContext, useFieldWords } from '../form/form-frame'
import { SaveNote } from '../form/save-note'
import { useWords } from '../i18n'
import { focusField, toPointer } from '../pointer'
import { useSay } from '../say'
import { useShortcuts } from '../shortcuts'
import { type RecordPlan, type RecordWork, shownFields } from './record-plan'
import { PROOF, type StepPhotos } from './step-plan'
import { type RecordDrawerForm, useRecordDrawerForm } from './use-record-drawer-form'

interface DrawerProps {
  readonly work: RecordWork
  readonly plan: RecordPlan
  readonly photos?: StepPhotos | undefined
  /** The places of its photos; whatever proves it when left out. */
  readonly slots?: readonly string[]
  /** What the first button says; 记录 when left out. */
  readonly submitText?: string
  /** Said above the fields, and under them from what is typed (it may read the form). */
  readonly lead?: ReactNode
  readonly foot?: ReactNode
  /** Begins the next one of its kind right after this one; a second button and Ctrl+Shift+Enter. */
  readonly again?: { readonly text: string; readonly begin: () => void } | undefined
  /** It was recorded or corrected; the drawer is closed as well. */
  readonly onRecorded?: (id: string) => void
  /** The drawer was left, or the record recorded. */
  readonly onClose: () => void
}

const NO_PROBLEMS: readonly Problem[] = []
const isMissing = ({ code }: Problem): boolean => code === 'field.missing'

/**
 * One small record, filled in beside what it is about. Everything typed is a draft at once, so leaving loses nothing; Enter leads
 * from field to field, Ctrl+Enter records. A refusal stays, with its words, and marks its fields.
 */
export function RecordDrawer(props: DrawerProps) {
  const { work, plan, submitText, again, onRecorded, onClose } = props
  const t = useWords()
  const made = useRecordDrawerForm(work, plan, onClose)
  const recorded = (): void => onRecorded?.(work.id)
  const { draft, refused, submit, busy } = made
  const correcting = work.reason !== undefined
  const leave = (): void => {
    void draft.saver.flush()
    onClose()
  }
  useShortcuts({
    'ctrl+enter': () => void submit(recorded),
    ...(again === undefined ? {} : { 'ctrl+shift+enter': () => void submit(again.begin) }),
    'ctrl+s': () => void draft.saver.flush(),
  })
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
      size={plan.wide === true ? 'min(1120px, 92vw)' : 640}
      title={work.title}
      onClose={leave}
      // Escape closes an open list first; the drawer is left by its button.
      keyboard={false}
      maskClosable={false}
      afterOpenChange={(open) => open && placeCursor(plan, work)}
      footer={
        <div className="step-foot">
          <Button type="primary" loading={busy} data-action="submit-step" onClick={() => void submit(recorded)}>
            {correcting ? t('kernel.course.submitCorrection') : (submitText ?? t('kernel.course.submitRecord'))}
          </Button>
          <kbd>{t('kernel.course.keys')}</kbd>
          {again !== undefined && !correcting && (
            <Button loading={busy} data-action="submit-again" onClick={() => void submit(again.begin)}>
              {again.text}
            </Button>
          )}
          <Button data-action="leave-step" onClick={leave}>
            {t(correcting ? 'kernel.form.leave' : 'kernel.course.leaveLater')}
          </Button>
          {!correcting && <SaveNote save={draft.state} />}
        </div>
      }
    >
      <FormFrameContext value={frame}>
        <FormProvider {...made.form}>
          <DrawerBody {...props} made={made} />
        </FormProvider>
      </FormFrameContext>
    </Drawer>
  )
}

function DrawerBody({
  work,
  plan,
  made: { draft, refused },
  photos: Photos,
  slots = PROOF,
  lead,
  foot,
}: DrawerProps & { readonly made: RecordDrawerForm }) {
  const t = useWords()
  const fields = shownFields(plan, useWatch())
  return (
    <FormBody className="step-form" onField={draft.saver.moveCursor}>
      {lead}
      {work.reason !== undefined && <p className="quiet">{t('kernel.course.correcting', { reason: work.reason })}</p>}
      {refused !== null && <Against problems={refused} plan={plan} fields={fields} />}
      <FieldRows fields={fields} />
      {foot}
      {Photos !== undefined && (
        <>
          <h3>{t('kernel.course.proof')}</h3>
          <Photos record={work.id} kind={plan.kind} editable={work.reason === undefined} slots={slots} ensure={draft.saver.ensure} />
        </>
      )}
    </FormBody>
  )
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The cursor begins in the first field that nothing stands in yet; the day, filled in already, is passed over. */
function placeCursor(plan: RecordPlan, { doc }: RecordWork): void {
  if (document.activeElement?.closest('.step-form') !== null) return // somebody was faster than the drawer
  const fields = shownFields(plan, doc)
  const first = fields.find(({ key, locked }) => locked !== true && isEmpty(doc[key])) ?? fields[0]
  if (first !== undefined) focusField(toPointer(first.key))
}

interface AgainstProps {
  readonly problems: readonly Problem[]
  readonly plan: RecordPlan
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
