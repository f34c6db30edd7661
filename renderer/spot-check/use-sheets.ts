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

/** The filter as the store asks for it: what is not set is left out. */
function asAsked({ search, state, region, from, to }: SheetFilter) {
  return {
    kind: KIND,
    search: search.trim(),
    limit: PAGE,
    ...(state === undefined ? {} : { state }),
    ...(region === undefined ? {} : { region }),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  }
}

function useSealed(filter: SheetFilter) {
  const asked = asAsked(filter)
  return useInfiniteQuery({
    queryKey: ['record.list', asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask('record.list', { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    enabled: filter.state !== 'draft',
  })
}

function useDrafts(filter: SheetFilter) {
  const { data, isSuccess } = useQuery(store.ask('record.listDrafts', {}))
  const drafts = (data ?? []).filter((draft) => draft.kind === KIND && matches(draft, filter))
  return { drafts, isSuccess }
}

/** Drafts first, then the sealed sheets page by page. */
export function useSheets(filter: SheetFilter) {
  const { drafts, isSuccess } = useDrafts(filter)
  const sealed = useSealed(filter)
  if (filter.state === 'draft') return { rows: drafts, total: drafts.length, isReady: isSuccess, more: null, isFetchingMore: false }
  const pages = sealed.data?.pages ?? []
  return {
    rows: [...drafts, ...pages.flatMap(({ items }) => items)],
    total: drafts.length + (pages[0]?.total ?? 0),
    isReady: isSuccess && sealed.isSuccess,
    more: sealed.hasNextPage ? () => void sealed.fetchNextPage() : null,
    isFetchingMore: sealed.isFetchingNextPage,
  }
}
