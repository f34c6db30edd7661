import './form.css'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../feedback'
import { useWords } from '../i18n'
import { focusField, focusNext } from '../pointer'
import { useShortcuts } from '../shortcuts'
import { FormBody } from './form-body'
import { type FormFrame, FormFrameContext } from './form-frame'
import type { FormPlan } from './form-plan'
import { PlanContext } from './plan-context'
import { SealSection } from './seal-section'
import { goToSection, SectionNav } from './section-nav'
import { useCorrectionGuard } from './use-correction-guard'
import type { Draft } from './use-draft'
import type { Check } from './use-problems'
import type { Correction, Seal } from './use-seal'

interface RecordFormProps<V extends FieldValues> {
  readonly plan: FormPlan
  readonly form: UseFormReturn<V>
  readonly draft: Draft
  readonly seal: Seal
  readonly correction: Correction | null
  /** Everything between the draft and its sealing; null while nobody was asked. */
  readonly problems: readonly Problem[] | null
  /** Asks the store what is still missing before a sealing is tried; left out where it cannot be asked. */
  readonly check?: Check
  /** The field that had the cursor when the draft was last saved. */
  readonly cursor: string
  /** What sealing means for this document, where it is not what it always means. */
  readonly sealText?: string
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** The frame of every form of a document: its parts, the list of parts beside them, keys, and the sealing at the end. */
export function RecordForm<V extends FieldValues>(props: RecordFormProps<V>) {
  const { plan, form, draft, seal, correction, problems, cursor, footer, children } = props
  const t = useWords()
  const correcting = correction !== null
  const check = correcting ? undefined : props.check
  const frame = useFrame(plan, problems, seal.refused !== null, correcting)
  useFormShortcuts(plan, draft, seal, useNextTodo(draft, problems, check))
  useCorrectionGuard(correcting && form.formState.isDirty)
  useFirstCursor(cursor, plan.first)
  const action = t(correcting ? 'kernel.course.submitCorrection' : 'kernel.form.seal.button')
  const text = correcting ? t('kernel.course.correctText') : (props.sealText ?? t('kernel.form.seal.text'))
  const start = (): void => void seal.seal()
  return (
    <PlanContext value={plan}>
      <FormFrameContext value={frame}>
        <FormProvider {...form}>
          <div className="record-form">
            <FormBody className="record-form-body" onField={draft.saver.moveCursor}>
              {children}
              <SealSection
                refused={seal.refused}
                problems={problems ?? []}
                busy={seal.busy}
                action={action}
                text={text}
                onSeal={start}
                onCheck={check === undefined ? null : seal.check}
              />
            </FormBody>
            <SectionNav problems={problems} save={correcting ? null : draft.state} busy={seal.busy} action={action} onSeal={start}>
              {footer}
            </SectionNav>
          </div>
        </FormProvider>
      </FormFrameContext>
    </PlanContext>
  )
}

/** The cursor goes where it was when the form was left; what a later save says of it is only where it is by now. */
function useFirstCursor(cursor: string, first: string): void {
  const [opened] = useState(cursor === '' ? first : cursor)
  useEffect(() => {
    if (!focusField(opened)) focusField(first)
  }, [opened, first])
}

const NO_PROBLEMS: readonly Problem[] = []

function useFrame(plan: FormPlan, problems: readonly Problem[] | null, strict: boolean, correcting: boolean): FormFrame {
  const { words, isUnfinished, kinds } = plan
  return useMemo(
    () => ({ words, isUnfinished, strict, correcting, problems: problems ?? NO_PROBLEMS, ...(kinds === undefined ? {} : { kinds }) }),
    [words, isUnfinished, kinds, problems, strict, correcting],
  )
}

/** F8: everything typed is written, the store is asked once more, and the cursor goes to what is next. */
function useNextTodo({ saver }: Draft, known: readonly Problem[] | null, check: Check | undefined): () => Promise<void> {
  const t = useWords()
  const { note } = useFeedback()
  const queryClient = useQueryClient()
  return async () => {
    await saver.ensure()
    const problems = check === undefined ? (known ?? []) : await queryClient.fetchQuery({ ...check(), staleTime: 0 })
    if (!focusNext(problems.map(({ path }) => path))) note(t('kernel.form.nothingTodo'))
  }
}

/** Ctrl+S saves now, Ctrl+Enter seals, Alt+1 to Alt+9 lead to a part, F8 to the next thing to do. */
function useFormShortcuts({ sections }: FormPlan, { saver }: Draft, seal: Seal, nextTodo: () => Promise<void>): void {
  const t = useWords()
  const { done } = useFeedback()
  const save = async (): Promise<void> => {
    if (await saver.flush()) done(t('kernel.form.savedNow'))
  }
  const jumps = Object.fromEntries(
    sections.slice(0, 10).map((section, index) => [`alt+${String((index + 1) % 10)}`, () => goToSection(section)]),
  )
  useShortcuts({ 'ctrl+s': () => void save(), 'ctrl+enter': () => void seal.seal(), f8: () => void nextTodo(), ...jumps })
}
