import { useNavigate } from '@tanstack/react-router'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { useWords } from '../kernel/i18n'
import { casePlan, SimilarCases } from './plans'
import { store } from './store'

/** Opens the form of a new case; recorded, it is shown. */
export function useNewCase() {
  const t = useWords()
  const navigate = useNavigate()
  const form = useRecordDrawer({
    plan: casePlan,
    title: t('certification.case'),
    foot: <SimilarCases />,
    onRecorded: (id) => void navigate({ to: '/certification/$id', params: { id } }),
  })
  return { ...form, beginCase: () => form.begin(store.call('certification.newCase', {})) }
}
