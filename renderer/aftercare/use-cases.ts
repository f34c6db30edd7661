import { useInfiniteQuery } from '@tanstack/react-query'
import { store } from './store'

export interface CaseFilter {
  readonly main?: string
  readonly search?: string
  readonly limit?: number
}

/** Cases page by page, the newest first. */
export function useCases({ main, search = '', limit = 50 }: CaseFilter) {
  const asked = { limit, search: search.trim(), ...(main === undefined ? {} : { main }) }
  const query = useInfiniteQuery({
    queryKey: ['aftercare.listCases', asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask('aftercare.listCases', { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  return {
    rows: (query.data?.pages ?? []).flatMap(({ items }) => items),
    isReady: query.isSuccess,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    isFetchingMore: query.isFetchingNextPage,
  }
}
