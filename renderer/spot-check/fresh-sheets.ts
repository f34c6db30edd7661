import { useNavigate } from '@tanstack/react-router'
import { useFeedback } from '../kernel/feedback'
import type { StoredDoc } from './sheet-doc'
import { store } from './store'

/** Sheets that were opened but not yet changed: no draft in the store, only a number and what is filled in beforehand. */
const fresh = new Map<string, StoredDoc>()

export const freshSheet = (id: string): StoredDoc | undefined => fresh.get(id)

/** Opens a new sheet, for an enterprise if one is given. Nothing is written until something is typed. */
export function useNewSheet(): (enterpriseId?: string) => Promise<void> {
  const navigate = useNavigate()
  const { refused } = useFeedback()
  return async (enterpriseId) => {
    const answer = await store.call('spotCheck.newSheet', enterpriseId === undefined ? {} : { enterpriseId })
    if (!answer.ok) return refused(answer.problems)
    fresh.set(answer.value.id, answer.value.doc)
    await navigate({ to: '/spot-checks/$id', params: { id: answer.value.id } })
  }
}
