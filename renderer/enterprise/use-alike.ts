import { useQueryClient } from '@tanstack/react-query'
import type { Lookalike } from '#shared/enterprise/enterprise-contract'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { store } from './store'

/** Remembers that two entries are two enterprises; it can be taken back at once. */
export function useNotSame(): (pair: Lookalike) => void {
  const t = useWords()
  const { undoable, refused } = useFeedback()
  const queryClient = useQueryClient()
  const set = async ({ one, other }: Lookalike, notSame: boolean): Promise<void> => {
    const answer = await store.call('enterprise.setNotSame', { one: one.id, other: other.id, notSame })
    if (!answer.ok) return refused(answer.problems)
    if (notSame) undoable(t('enterprise.alike.notSameDone'), () => set({ one, other } as Lookalike, false))
    await queryClient.invalidateQueries()
  }
  return (pair) => void set(pair, true)
}
