import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type FieldValues, type UseFormReturn, useForm } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../feedback'
import { sendRecord } from '../form/send-record'
import { type Draft, useDraft } from '../form/use-draft'
import { useWords } from '../i18n'
import { focusField } from '../pointer'
import type { RecordPlan, RecordWork } from './record-plan'

export interface RecordDrawerForm {
  readonly form: UseFormReturn<FieldValues>
  readonly draft: Draft
  readonly busy: boolean
  /** What the last try was refused for; null before it. */
  readonly refused: readonly Problem[] | null
  /** Records it, closes the drawer, and then does what is asked besides. */
  readonly submit: (then?: () => void) => Promise<void>
}

/** One small record being filled in: its draft is kept as it is typed, and recorded once. */
export function useRecordDrawerForm(work: RecordWork, { kind }: RecordPlan, onDone: () => void): RecordDrawerForm {
  const t = useWords()
  const { done } = useFeedback()
  const queryClient = useQueryClient()
  const form = useForm<FieldValues>({ defaultValues: structuredClone(work.doc) })
  const { id, reason, savedAt } = work
  const draft = useDraft({ id, kind, form, savedAt, enabled: reason === undefined })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly Problem[] | null>(null)
  const submit = async (then?: () => void): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const answer = await sendRecord({ id, form, draft, reason })
      if (!answer.ok) {
        setRefused(answer.problems)
        requestAnimationFrame(() => focusField(answer.problems[0].path) || document.querySelector('.step-form .refused')?.scrollIntoView())
        return
      }
      draft.saver.leaveAlone()
      done(t(reason === undefined ? 'kernel.course.done' : 'kernel.course.corrected', { step: work.title }))
      await queryClient.invalidateQueries()
      onDone()
      then?.()
    } finally {
      setBusy(false)
    }
  }
  return { form, draft, busy, refused, submit }
}
