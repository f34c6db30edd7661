import { useInfiniteQuery } from '@tanstack/react-query'
import { store } from './store'

type Method = 'nqi.listFacilities' | 'nqi.listUses'
type Asked<N extends Method> = Parameters<typeof store.ask<N>>[1]

/** A list page by page; what is asked stands in the key, so that another question begins at the first page. */
export function usePages<N extends Method>(method: N, asked: Asked<N>) {
  const query = useInfiniteQuery({
    queryKey: [method, asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask(method, { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  return {
    pages: query.data?.pages ?? [],
    isReady: query.isSuccess,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    isFetchingMore: query.isFetchingNextPage,
  }
}
