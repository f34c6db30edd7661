import { useNavigate } from '@tanstack/react-router'
import type { VisitKind } from '#shared/visit/visit-choices'
import { useFeedback } from '../kernel/feedback'
import { keepFresh } from '../kernel/form/fresh-docs'
import { store } from './store'

interface From {
  readonly enterprise?: string
  readonly kind?: VisitKind
}

/** Opens a new visit, at an enterprise when one is named. Nothing is written until something is typed. */
export function useNewVisit(): (from?: From, replace?: boolean) => Promise<void> {
  const navigate = useNavigate()
  const { refused } = useFeedback()
  return async (from = {}, replace = false) => {
    const answer = await store.call('visit.new', from)
    if (!answer.ok) return refused(answer.problems)
    keepFresh(answer.value)
    await navigate({ to: '/visits/$id', params: { id: answer.value.id }, replace })
  }
}
