import { useEffect, useRef, useState } from 'react'
import type { DrawForm } from '#shared/plan/draw-form'
import { queryClient } from '../kernel/query-client'
import { store } from './store'

const KEY = store.ask('plan.getForm', {}).queryKey
const SAVE_MS = 400

/** What is typed, kept by the store a moment later; a screen that is left and entered again goes on where it was. */
export function useDrawForm(kept: DrawForm) {
  const [form, setForm] = useState(kept)
  const unsaved = useRef<DrawForm | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const save = (): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const last = unsaved.current
    unsaved.current = null
    if (last !== null) void store.call('plan.keepForm', { form: last })
  }
  const saveNow = useRef(save)
  useEffect(() => () => saveNow.current(), [])
  const change = (changes: Partial<DrawForm>): void => {
    const next = { ...form, ...changes }
    setForm(next)
    queryClient.setQueryData(KEY, next)
    unsaved.current = next
    timer.current ??= setTimeout(() => saveNow.current(), SAVE_MS)
  }
  /** After a draw the store has the form of the next one. */
  const forget = (): void => {
    unsaved.current = null
    queryClient.removeQueries({ queryKey: KEY })
  }
  return { form, change, forget }
}

export type ChangeForm = (changes: Partial<DrawForm>) => void

export interface SectionProps {
  readonly form: DrawForm
  readonly onChange: ChangeForm
}
