import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../feedback'
import { useWords } from '../i18n'
import { sendRecord } from './send-record'
import type { Draft } from './use-draft'

/** A sealed document is being corrected: why, and what to do once that is sealed. */
export interface Correction {
  readonly reason: string
  readonly onDone: () => void
}

interface SealOptions<V extends FieldValues> {
  readonly id: string
  readonly form: UseFormReturn<V>
  readonly draft: Draft
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
export function useSeal<V extends FieldValues>({ id, form, draft, correction }: SealOptions<V>): Seal {
  const t = useWords()
  const { done } = useFeedback()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly Problem[] | null>(null)

  const seal = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const answer = await sendRecord({ id, form, draft, reason: correction?.reason })
      if (!answer.ok) {
        setRefused(answer.problems)
        return
      }
      done(t(correction === null ? 'kernel.form.seal.done' : 'kernel.form.seal.corrected'))
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
      void draft.saver.ensure()
    },
  }
}
