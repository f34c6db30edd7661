import { useNavigate } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import { store } from './store'

export const isCertification = (kind: string): boolean => ['certificationCase', 'certificationStep', 'certificate'].includes(kind)

/** A case has a page when it is sealed; until then it goes on from the board. Steps and certificates are on the page of their case. */
export function useOpenCertification(): (id: string, kind: string) => Promise<void> {
  const navigate = useNavigate()
  return async (id, kind) => {
    const answer = await store.call('record.get', { id, history: false })
    const record = answer.ok ? answer.value : null
    const found = kind !== 'certificationCase' ? textAt(record?.doc, 'case') : record?.state === 'draft' ? '' : id
    if (found !== '') return navigate({ to: '/certification/$id', params: { id: found } })
    return kind === 'certificate' ? navigate({ to: '/certificates' }) : navigate({ to: '/certification' })
  }
}
