import { useQuery } from '@tanstack/react-query'
import type { RecordSummary } from '#shared/kernel/record-contract'
import type { VisitKind } from '#shared/visit/visit-choices'
import { usePages } from '../kernel/use-pages'
import { store } from './store'
import { KIND } from './visit-doc'

export interface VisitFilter {
  readonly search: string
  readonly kind: VisitKind | undefined
  readonly team: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

export const NO_FILTER: VisitFilter = { search: '', kind: undefined, team: undefined, from: undefined, to: undefined }

export const isFiltered = (filter: VisitFilter): boolean => Object.values(filter).some((value) => value !== undefined && value !== '')

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** The filter as the store asks for it: what is not set, or not typed to its end, is left out. */
const asAsked = ({ search, kind, team, from, to }: VisitFilter) => ({
  search: search.trim(),
  limit: 50,
  ...(kind === undefined ? {} : { kind }),
  ...(team === undefined ? {} : { team }),
  ...(isDay(from) ? { from } : {}),
  ...(isDay(to) ? { to } : {}),
})

/** Sealed visits page by page, the newest first, with the totals of all that the filter leaves. */
export function useVisits(filter: VisitFilter) {
  const asked = asAsked(filter)
  const { pages, ...list } = usePages((from) => store.ask('visit.list', { ...asked, ...from }))
  return {
    rows: pages.flatMap(({ items }) => items),
    totals: pages[0]?.totals,
    ...list,
  }
}

/** Drafts are few and not in the log: all of them are shown, whatever the filter. */
export function useVisitDrafts(): readonly RecordSummary[] {
  const { data } = useQuery(store.ask('record.listDrafts', {}))
  return (data ?? []).filter(({ kind }) => kind === KIND)
}
