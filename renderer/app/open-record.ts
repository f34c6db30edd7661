import { useNavigate } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { store } from './store'

type Named = Pick<RecordSummary, 'id' | 'kind'>

/** Opens a record of any kind where it is written or read: a step on the page of what it is about. */
export function useOpenRecord(): (record: Named) => Promise<void> {
  const navigate = useNavigate()
  const about = async (id: string, field: string): Promise<string> => {
    const answer = await store.call('record.get', { id, history: false })
    return answer.ok ? textAt(answer.value?.doc, field) : ''
  }
  return async ({ id, kind }) => {
    switch (kind) {
      case 'enterprise':
        return navigate({ to: '/enterprises/$id', params: { id } })
      case 'siteReport':
        return navigate({ to: '/site-reports/$id', params: { id } })
      case 'spotCheckTask':
        return navigate({ to: '/tasks/$id', params: { id } })
      case 'aftercareCase':
        return navigate({ to: '/aftercare/$id', params: { id } })
      case 'checkStep':
        return navigate({ to: '/checks/$id', params: { id: await about(id, 'check') } })
      case 'caseStep':
        return navigate({ to: '/aftercare/$id', params: { id: await about(id, 'case') } })
      default:
        return navigate({ to: '/spot-checks/$id', params: { id } })
    }
  }
}
