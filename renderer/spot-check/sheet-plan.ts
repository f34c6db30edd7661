import { useMemo } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { Problem } from '#shared/kernel/result'
import type { FormPlan } from '../kernel/form/form-plan'
import { fromPointer } from '../kernel/pointer'
import { codeKind, partyKind } from './party-kinds'
import { kindOnlyKind, productKindKind } from './product-kind-control'
import type { SheetForm } from './sheet-doc'
import { isFieldKey } from './sheet-fields'
import { isUnfinished, SECTIONS, sectionOf } from './sheet-sections'
import { KIND } from './store'

export interface Shown {
  readonly food: boolean
  readonly online: boolean
  readonly exceptions: boolean
}

export const kinds = { party: partyKind, code: codeKind, productKind: productKindKind, kindOnly: kindOnlyKind }

/** The parts of a sheet, as far as they apply: food has fields of its own, an online purchase its evidence. */
function planOf(shown: Shown): FormPlan {
  return {
    kind: KIND,
    words: 'spotCheck',
    sections: SECTIONS.filter((section) => (shown as unknown as Readonly<Record<string, boolean>>)[section] !== false),
    unmarked: ['photos'],
    sectionOf,
    fieldAt: (pointer) => (isFieldKey(fromPointer(pointer)) ? fromPointer(pointer) : ''),
    isUnfinished,
    first: '/inspectedParty/name',
    kinds,
  }
}

const isException = ({ path }: Problem): boolean => path.startsWith('/exceptions')

/** Follows the form: what was chosen in it, and what stands against it, decides which parts it has. */
export function useSheetPlan(
  { control }: UseFormReturn<SheetForm>,
  problems: readonly Problem[] | null,
): FormPlan & { readonly shown: Shown } {
  const [variant, channel, exceptions] = useWatch({ control, name: ['variant', 'sampling.channel', 'exceptions'] })
  const food = variant === 'food'
  const online = channel === 'onlinePurchase'
  const excepted = (problems ?? []).some(isException) || Object.values(exceptions ?? {}).some((value) => (value ?? '') !== '')
  return useMemo(() => {
    const shown = { food, online, exceptions: excepted }
    return { ...planOf(shown), shown }
  }, [food, online, excepted])
}
