import { useQueryClient } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { fromPointer } from '../kernel/pointer'
import { fieldUnder } from './form-keys'
import { type SheetForm, valueAt } from './sheet-doc'
import { type FieldKey, sheetFields } from './sheet-fields'
import { store } from './store'

const isField = (key: string): key is FieldKey => {
  const [section = '', name = ''] = key.split('.')
  return name !== '' && name in ((sheetFields as Record<string, object>)[section] ?? {})
}

/** Ctrl+D: the value this field had the last time, at this enterprise if there was one, or anywhere. */
export function useRepeatLast(form: UseFormReturn<SheetForm>): () => Promise<void> {
  const t = useWords()
  const queryClient = useQueryClient()
  const { note } = useFeedback()
  const last = async (enterpriseId: string | undefined, pointer: string): Promise<unknown> => {
    const here = enterpriseId === undefined ? null : await queryClient.fetchQuery(store.ask('spotCheck.lastSheet', { enterpriseId }))
    return valueAt(here, pointer) ?? valueAt(await queryClient.fetchQuery(store.ask('spotCheck.lastSheet', {})), pointer)
  }
  return async () => {
    const pointer = fieldUnder(document.activeElement)
    const key = fromPointer(pointer)
    if (!isField(key) || key === 'head.no') return
    const value = await last(form.getValues('inspectedParty.enterpriseId'), pointer)
    if (value === undefined || value === null) return note(t('spotCheck.form.repeatNone'))
    form.setValue(key, value as never, { shouldDirty: true })
    return note(t('spotCheck.form.repeated', { value: String(value as string | number | boolean) }))
  }
}
