import { useInfiniteQuery } from '@tanstack/react-query'
import { store } from './store'

export interface CaseFilter {
  readonly stage?: string
  readonly search?: string
  readonly limit?: number
}

/** Cases page by page, the ones that moved last first. */
export function useCertificationCases({ stage, search = '', limit = 50 }: CaseFilter) {
  const asked = { limit, search: search.trim(), ...(stage === undefined ? {} : { stage }) }
  const query = useInfiniteQuery({
    queryKey: ['certification.listCases', asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask('certification.listCases', { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  return pagesOf(query)
}

export const SHOWN = ['all', 'expiring', 'unverified'] as const
export type Shown = (typeof SHOWN)[number]

/** Certificates page by page, the ones that expire first come first. */
export function useCertificates({ show, search }: { readonly show: Shown; readonly search: string }) {
  const asked = { limit: 50, show, search: search.trim() }
  const query = useInfiniteQuery({
    queryKey: ['certification.listCertificates', asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask('certification.listCertificates', { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  return pagesOf(query)
}

interface Paged<Row> {
  readonly data: { readonly pages: readonly { readonly items: readonly Row[] }[] } | undefined
  readonly isSuccess: boolean
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => Promise<unknown>
}

const pagesOf = <Row>(query: Paged<Row>) => ({
  rows: (query.data?.pages ?? []).flatMap(({ items }) => items),
  isReady: query.isSuccess,
  more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  isFetchingMore: query.isFetchingNextPage,
})
