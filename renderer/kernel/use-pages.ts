import { useInfiniteQuery } from '@tanstack/react-query'

interface Asking<P> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<P>
}

/**
 * A list page by page: `ask` asks the store for the page after a place. What is asked stands in the key, so that another question
 * begins at the first page; until it has come, the rows before stay in sight.
 */
export function usePages<P extends { readonly next: string | null }>(ask: (from: { readonly after?: string }) => Asking<P>) {
  const query = useInfiniteQuery({
    queryKey: [...ask({}).queryKey, 'pages'],
    queryFn: ({ pageParam, signal }) => ask(pageParam === null ? {} : { after: pageParam }).queryFn({ signal }),
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
