import { useNavigate } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { isCertification, useOpenCertification } from './open-certification'
import { pageOf } from './record-pages'
import { store } from './store'

type Named = Pick<RecordSummary, 'id' | 'kind'>

/** Opens a record of any kind where it is written or read: a step on the page of what it is about. */
export function useOpenRecord(): (record: Named) => Promise<void> {
  const navigate = useNavigate()
  const openCertification = useOpenCertification()
  const about = async (id: string, field: string): Promise<string> => {
    const answer = await store.call('record.get', { id, history: false })
    return answer.ok ? textAt(answer.value?.doc, field) : ''
  }
  return async ({ id, kind }) => {
    if (isCertification(kind)) return openCertification(id, kind)
    const { to, field } = pageOf(kind)
    return navigate({ to, params: { id: field === null ? id : await about(id, field) } })
  }
}
