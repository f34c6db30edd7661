import { useParams, useSearch } from '@tanstack/react-router'
import { RecordState } from '#shared/kernel/record-contract'

/** The record an address names: `#/spot-checks/<id>`. */
export function useRecordId(): string {
  const { id } = useParams({ strict: false }) as { readonly id?: string }
  return id ?? ''
}

/** `#/spot-checks?state=returned`: the list as a number somewhere else promised it. */
export function sheetSearch(search: Readonly<Record<string, unknown>>): { readonly state?: RecordState } {
  const { success, data } = RecordState.safeParse(search['state'])
  return success ? { state: data } : {}
}

export const useSheetSearch = () => sheetSearch(useSearch({ strict: false }))
