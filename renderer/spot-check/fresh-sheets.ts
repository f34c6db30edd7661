import { useNavigate } from '@tanstack/react-router'
import { useFeedback } from '../kernel/feedback'
import { keepFresh } from '../kernel/form/fresh-docs'
import { store } from './store'

interface From {
  readonly enterpriseId?: string
  /** The check of a task that it answers. */
  readonly check?: string
  readonly variant?: 'industrial' | 'food'
}

/** Opens a new sheet. Nothing is written until something is typed. */
export function useNewSheet(): (from?: From) => Promise<void> {
  const navigate = useNavigate()
  const { refused } = useFeedback()
  return async (from = {}) => {
    const answer = await store.call('spotCheck.newSheet', from)
    if (!answer.ok) return refused(answer.problems)
    keepFresh(answer.value)
    await navigate({ to: '/spot-checks/$id', params: { id: answer.value.id } })
  }
}

export type Outcome = 'notFound' | 'refused' | 'terminated'

/** Opens a report of a visit that ended without a sample. */
export function useNewSiteReport(): (from: {
  readonly outcome: Outcome
  readonly check?: string
  readonly enterpriseId?: string
}) => Promise<void> {
  const navigate = useNavigate()
  const { refused } = useFeedback()
  return async (from) => {
    const answer = await store.call('spotCheck.newSiteReport', from)
    if (!answer.ok) return refused(answer.problems)
    keepFresh(answer.value)
    await navigate({ to: '/site-reports/$id', params: { id: answer.value.id } })
  }
}

export function useNewTask(): () => Promise<void> {
  const navigate = useNavigate()
  const { refused } = useFeedback()
  return async () => {
    const answer = await store.call('spotCheck.newTask', {})
    if (!answer.ok) return refused(answer.problems)
    keepFresh(answer.value)
    await navigate({ to: '/tasks/$id', params: { id: answer.value.id } })
  }
}
