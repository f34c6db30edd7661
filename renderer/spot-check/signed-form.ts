import { useQueryClient } from '@tanstack/react-query'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { compact } from '../kernel/form/editable'
import type { Draft } from '../kernel/form/use-draft'
import type { SheetForm } from './sheet-doc'
import { store } from './store'

/** What every document that is signed at the factory has in common; its sections read these fields of the form. */
export type SignedForm = Pick<SheetForm, 'samplers' | 'signatures' | 'remarks' | 'confirmedForSale'> & {
  inspectedParty?: SheetForm['inspectedParty']
  witness?: { name?: string | undefined } | undefined
}

export type SignRole = 'sampler' | 'inspectedParty' | 'producer' | 'witness'

export type OnSign = (role: SignRole, name: string, strokes: string) => Promise<boolean>

/** A signature is put under the content as it stands: what is typed is written first, then signed by the store. */
export function useSigning<V extends FieldValues>(
  method: 'spotCheck.signSheet' | 'spotCheck.signSiteReport',
  id: string,
  form: UseFormReturn<V>,
  { saver }: Draft,
): OnSign {
  const { refused } = useFeedback()
  const queryClient = useQueryClient()
  return async (role, name, strokes) => {
    await saver.flush()
    const answer = await store.call(method, { id, doc: compact(form.getValues()), signature: { role, name, strokes } })
    if (!answer.ok) {
      refused(answer.problems)
      return false
    }
    saver.taken(answer.value.doc)
    form.setValue('signatures' as never, structuredClone(answer.value.doc['signatures']) as never, { shouldDirty: true })
    await queryClient.invalidateQueries({ queryKey: ['spotCheck.checkSheet'] })
    await queryClient.invalidateQueries({ queryKey: ['spotCheck.checkSiteReport'] })
    return true
  }
}
