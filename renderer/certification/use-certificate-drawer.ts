import type { StepPhotos } from '../kernel/course/step-plan'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { useWords } from '../kernel/i18n'
import { certificatePlan } from './plans'
import { store } from './store'

/** The form of a certificate; of a case, the next one with the same facts is one key away. */
export function useCertificateDrawer(photos: StepPhotos, id?: string) {
  const t = useWords()
  const next = () => store.call('certification.newCertificate', id === undefined ? {} : { case: id })
  const form = useRecordDrawer({
    plan: certificatePlan,
    title: t('certification.certificate'),
    photos,
    ...(id === undefined ? {} : { again: { text: t('certification.nextCertificate'), next } }),
  })
  return { ...form, beginCertificate: () => void form.begin(next()) }
}
