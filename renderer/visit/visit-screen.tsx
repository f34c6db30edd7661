import './visit.css'
import { textAt } from '#shared/kernel/kind'
import { DiscardDraft } from '../kernel/document/discard-draft'
import { MissingDocument } from '../kernel/document/missing-document'
import { DocumentScreen } from '../kernel/form/document-screen'
import { useWords } from '../kernel/i18n'
import type { PhotosOf } from './visit-doc'
import { VisitForm } from './visit-form'
import { VisitView } from './visit-view'

interface ScreenProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
}

/** One visit: its quick log while it is a draft, then everything that stands in it. */
export function VisitScreen({ id, photos, isSupervisor }: ScreenProps) {
  const t = useWords()
  return (
    <DocumentScreen
      id={id}
      name="visit"
      titleOf={(doc, isNew) => (isNew ? t('visit.form.new') : t('visit.form.draftOf', { no: textAt(doc, 'no') }))}
      renderForm={(input) => <VisitForm key={id} {...input} photos={photos} />}
      renderSealed={(detail, correct) => <VisitView detail={detail} photos={photos} isSupervisor={isSupervisor} onCorrect={correct} />}
      renderDiscard={(draft) => <DiscardDraft id={draft} to="/visits/$id" />}
      missing={<MissingDocument to="/visits" />}
    />
  )
}
