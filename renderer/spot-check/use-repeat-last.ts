import { useQueryClient } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { valueAt } from '../kernel/form/editable'
import { fieldUnder } from '../kernel/form/form-keys'
import { useWords } from '../kernel/i18n'
import { fromPointer } from '../kernel/pointer'
import { useShortcuts } from '../kernel/shortcuts'
import type { SheetForm } from './sheet-doc'
import { isFieldKey } from './sheet-fields'
import { store } from './store'

/** Ctrl+D: the value this field had the last time, at this enterprise if there was one, or anywhere. */
export function useRepeatLast(form: UseFormReturn<SheetForm>): void {
  const t = useWords()
  const queryClient = useQueryClient()
  const { note } = useFeedback()
  const last = async (enterpriseId: string | undefined, pointer: string): Promise<unknown> => {
    const here = enterpriseId === undefined ? null : await queryClient.fetchQuery(store.ask('spotCheck.lastSheet', { enterpriseId }))
    return valueAt(here, pointer) ?? valueAt(await queryClient.fetchQuery(store.ask('spotCheck.lastSheet', {})), pointer)
  }
  const repeat = async (): Promise<void> => {
    const pointer = fieldUnder(document.activeElement)
    const key = fromPointer(pointer)
    if (!isFieldKey(key) || key === 'head.no') return
    const value = await last(form.getValues('inspectedParty.enterpriseId'), pointer)
    if (value === undefined || value === null) return note(t('kernel.form.repeatNone'))
    form.setValue(key, value as never, { shouldDirty: true })
    return note(t('kernel.form.repeated', { value: String(value as string | number | boolean) }))
  }
  useShortcuts({ 'ctrl+d': () => void repeat() })
}
