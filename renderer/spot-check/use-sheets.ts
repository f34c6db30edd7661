import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { dayOf } from '../kernel/format'
import type { SheetFilter } from './sheet-filters'
import { KIND, store } from './store'

const PAGE = 50

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

const within = (day: string, { from, to }: SheetFilter): boolean => (!isDay(from) || day >= from) && (!isDay(to) || day <= to)

/** Drafts are few and not in the log, so they are filtered here as the store filters the sealed ones. */
export function matches(draft: RecordSummary, filter: SheetFilter): boolean {
  const { search, state, region } = filter
  const text = `${draft.no} ${draft.title}`.toLowerCase()
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return (
    (state === undefined || state === 'draft') &&
    (region === undefined || draft.region === region) &&
    within(dayOf(draft.at), filter) &&
    words.every((word) => text.includes(word))
  )
}

/** Drafts first, then the sealed sheets page by page. */
export function useSheets(filter: SheetFilter) {
  const { search, state, region, from, to } = filter
  const asked = {
    kind: KIND,
    search: search.trim(),
    limit: PAGE,
    ...(state === undefined ? {} : { state }),
    ...(region === undefined ? {} : { region }),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  }
  const drafts = useQuery(store.ask('record.listDrafts', {}))
  const sealed = useInfiniteQuery({
    queryKey: ['record.list', asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask('record.list', { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    enabled: state !== 'draft',
  })
  const matching = (drafts.data ?? []).filter((draft) => draft.kind === KIND && matches(draft, filter))
  const pages = state === 'draft' ? [] : (sealed.data?.pages ?? [])
  return {
    rows: [...matching, ...pages.flatMap(({ items }) => items)],
    total: matching.length + (pages[0]?.total ?? 0),
    isReady: drafts.isSuccess && (state === 'draft' || sealed.isSuccess),
    more: state !== 'draft' && sealed.hasNextPage ? () => void sealed.fetchNextPage() : null,
    isFetchingMore: sealed.isFetchingNextPage,
  }
}
