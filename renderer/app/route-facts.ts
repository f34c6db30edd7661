import { useParams, useSearch } from '@tanstack/react-router'
import { RecordState } from '#shared/kernel/record-contract'

/** The record an address names: `#/spot-checks/<id>`. */
export function useRecordId(): string {
  const { id } = useParams({ strict: false }) as { readonly id?: string }
  return id ?? ''
}

export interface SheetSearch {
  readonly state?: RecordState
  /** The state of a check by the law, or `all`: the list of checks in place of that of sheets. */
  readonly check?: string
}

/** `#/spot-checks?state=returned`, `#/spot-checks?check=sealed`: the list as a number somewhere else promised it. */
export function sheetSearch(search: Readonly<Record<string, unknown>>): SheetSearch {
  const { success, data } = RecordState.safeParse(search['state'])
  const check = search['check']
  return { ...(success ? { state: data } : {}), ...(typeof check === 'string' ? { check } : {}) }
}

/** `#/checks/<id>?step=assign`: a step to begin with at once. */
export function stepSearch(search: Readonly<Record<string, unknown>>): { readonly step?: string } {
  const step = search['step']
  return typeof step === 'string' ? { step } : {}
}

/** `#/draw?new=true`: the form of a new draw in place of the list. */
export const drawSearch = (search: Readonly<Record<string, unknown>>): { readonly new?: true } =>
  search['new'] === true ? { new: true } : {}

export const useDrawSearch = () => drawSearch(useSearch({ strict: false }))

export const useSheetSearch = () => sheetSearch(useSearch({ strict: false }))
