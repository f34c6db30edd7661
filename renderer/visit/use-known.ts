import { useQueries, useQuery } from '@tanstack/react-query'
import { textAt } from '#shared/kernel/kind'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { store } from './store'

const MOST = 200

/** Sealed records of a kind that a form lets choose from; void ones are out of the question. */
export function useKnown(kind: 'taskForce' | 'adviser' | 'facility'): readonly RecordSummary[] {
  const { data } = useQuery(store.ask('record.list', { kind, limit: MOST }))
  return (data?.items ?? []).filter(({ state }) => state !== 'void')
}

export interface KnownAdviser {
  readonly id: string
  readonly name: string
  readonly org: string
}

/** Quality doctors and experts by name, with where they come from. */
export function useAdvisers(): readonly KnownAdviser[] {
  const known = useKnown('adviser')
  const details = useQueries({ queries: known.map(({ id }) => store.ask('record.get', { id })) })
  return known.map(({ id, title }, index) => ({ id, name: title, org: textAt(details[index]?.data?.doc, 'org') }))
}
