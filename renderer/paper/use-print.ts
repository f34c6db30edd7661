import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PaperPrint } from '#shared/paper/paper-contract'
import { store } from './store'
import type { Wanted } from './use-printing'

/** The paper as it is wanted now, filled; null while it is being fetched, or while no copy is chosen. */
export function usePrint({ record, layout, language, copies }: Wanted): PaperPrint | null {
  const { data } = useQuery({
    ...store.ask('paper.get', { record, layout, language, copies: [...copies] }),
    enabled: copies.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return copies.length > 0 ? (data ?? null) : null
}
