import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { useShortcuts } from '../kernel/shortcuts'
import { goToSection } from './section-nav'
import type { SheetWork } from './sheet-context'
import { compact, formOf, type SheetForm } from './sheet-doc'
import { sections } from './sheet-fields'
import type { SignRole } from './signatures-section'
import { store } from './store'
import { useRepeatLast } from './use-repeat-last'
import type { Correction, Seal } from './use-seal'
import type { SheetAutosave } from './use-sheet-autosave'

/** Everything between the draft and its sealing, asked again after every save; null while there is no draft to ask about. */
export function useProblems(id: string, autosave: SheetAutosave, seal: Seal, correction: Correction | null): readonly Problem[] | null {
  const asked = autosave.exists && correction === null
  const checked = useQuery({ ...store.ask('spotCheck.checkSheet', { id }), enabled: asked })
  if (!asked) return seal.refused
  return checked.data ?? null
}

const NO_PROBLEMS: readonly Problem[] = []

export function useWork(problems: readonly Problem[] | null, strict: boolean, correcting: boolean): SheetWork {
  const { data: rules } = useQuery(store.ask('reference.listSamplingRules', {}))
  return useMemo(
    () => ({ rules: rules ?? [], strict, correcting, problems: problems ?? NO_PROBLEMS }),
    [rules, strict, correcting, problems],
  )
}

/** A signature is put under the content as it stands: what is typed is written first, then signed by the store. */
export function useSigning(id: string, form: UseFormReturn<SheetForm>, { saver }: SheetAutosave) {
  const { refused } = useFeedback()
  const queryClient = useQueryClient()
  const onSign = async (role: SignRole, name: string, strokes: string): Promise<boolean> => {
    await saver.flush()
    const answer = await store.call('spotCheck.signSheet', { id, doc: compact(form.getValues()), signature: { role, name, strokes } })
    if (!answer.ok) {
      refused(answer.problems)
      return false
    }
    saver.taken(answer.value.doc)
    form.setValue('signatures', formOf(answer.value.doc).signatures, { shouldDirty: true })
    await queryClient.invalidateQueries({ queryKey: ['spotCheck.checkSheet'] })
    return true
  }
  return { onSign }
}

export function useSheetKeys(form: UseFormReturn<SheetForm>, { saver }: SheetAutosave, seal: Seal): void {
  const t = useWords()
  const { done } = useFeedback()
  const repeat = useRepeatLast(form)
  const save = async (): Promise<void> => {
    if (await saver.flush()) done(t('spotCheck.form.savedNow'))
  }
  const jumps = Object.fromEntries(sections.map((section, index) => [`alt+${String((index + 1) % 10)}`, () => goToSection(section)]))
  useShortcuts({ 'ctrl+s': () => void save(), 'ctrl+enter': () => void seal.seal(), 'ctrl+d': () => void repeat(), ...jumps })
}
