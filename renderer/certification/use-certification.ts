import { usePages } from '../kernel/use-pages'
import { store } from './store'

export interface CaseFilter {
  readonly stage?: string
  readonly search?: string
  readonly limit?: number
}

/** Cases page by page, the ones that moved last first. */
export function useCertificationCases({ stage, search = '', limit = 50 }: CaseFilter) {
  const asked = { limit, search: search.trim(), ...(stage === undefined ? {} : { stage }) }
  return rowsOf(usePages((from) => store.ask('certification.listCases', { ...asked, ...from })))
}

export const SHOWN = ['all', 'expiring', 'unverified'] as const
export type Shown = (typeof SHOWN)[number]

/** Certificates page by page, the ones that expire first come first. */
export function useCertificates({ show, search }: { readonly show: Shown; readonly search: string }) {
  const asked = { limit: 50, show, search: search.trim() }
  return rowsOf(usePages((from) => store.ask('certification.listCertificates', { ...asked, ...from })))
}

interface Listed<Row> {
  readonly pages: readonly { readonly items: readonly Row[] }[]
  readonly isReady: boolean
  readonly more: (() => void) | null
  readonly isFetchingMore: boolean
}

const rowsOf = <Row>({ pages, ...list }: Listed<Row>) => ({ rows: pages.flatMap(({ items }) => items), ...list })
