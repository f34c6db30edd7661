import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { compact, type SheetForm } from './sheet-doc'
import { store } from './store'
import type { SheetAutosave } from './use-sheet-autosave'

export interface Correction {
  readonly reason: string
  readonly onDone: () => void
}

interface SealOptions {
  readonly id: string
  readonly form: UseFormReturn<SheetForm>
  readonly autosave: SheetAutosave
  readonly correction: Correction | null
}

export interface Seal {
  readonly busy: boolean
  /** The problems of the last refusal; null before the first try. */
  readonly refused: readonly Problem[] | null
  readonly seal: () => Promise<void>
  /** Looks for everything that is missing without sealing. */
  readonly check: () => void
}

/** 定稿, or the sealing of a correction: asked for as often as one likes, done once. */
export function useSeal({ id, form, autosave, correction }: SealOptions): Seal {
  const t = useWords()
  const { done } = useFeedback()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly Problem[] | null>(null)

  const send = async () => {
    if (correction !== null) return store.call('record.correct', { id, doc: compact(form.getValues()), reason: correction.reason })
    await autosave.saver.ensure()
    return store.call('record.submit', { id })
  }
  const seal = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const answer = await send()
      if (!answer.ok) {
        setRefused(answer.problems)
        showRefusal()
        return
      }
      done(t(correction === null ? 'spotCheck.seal.done' : 'spotCheck.view.corrected'))
      await queryClient.invalidateQueries()
      correction?.onDone()
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    refused,
    seal,
    check: () => {
      setRefused([])
      void autosave.saver.ensure().then(showRefusal)
    },
  }
}

const showRefusal = (): void => {
  requestAnimationFrame(() => {
    const list = document.querySelector<HTMLElement>('.problem-links button')
    list?.scrollIntoView({ block: 'center' })
    list?.focus({ preventScroll: true })
  })
}
