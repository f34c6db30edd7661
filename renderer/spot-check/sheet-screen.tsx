import './sheet.css'
import type { ReactNode } from 'react'
import { textAt } from '#shared/kernel/kind'
import { DiscardDraft } from '../kernel/document/discard-draft'
import { MissingDocument } from '../kernel/document/missing-document'
import { DocumentScreen } from '../kernel/form/document-screen'
import { useWords } from '../kernel/i18n'
import { PrintButton } from '../kernel/print-button'
import { type PhotosOf, SheetForm } from './sheet-form'
import { SheetView } from './sheet-view'

interface SheetScreenProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
  /** After-care of a batch that failed; `app/` hands it in. */
  readonly afterVerdict?: (check: string, state: string) => ReactNode
}

/** One sampling sheet. */
export function SheetScreen({ id, photos, isSupervisor, afterVerdict }: SheetScreenProps) {
  const t = useWords()
  return (
    <DocumentScreen
      id={id}
      name="sheet"
      titleOf={(doc, isNew) => {
        if (!isNew) return t('spotCheck.form.draftOf', { no: textAt(doc, 'head', 'no') })
        return t(textAt(doc, 'variant') === 'food' ? 'spotCheck.form.newFood' : 'spotCheck.form.new')
      }}
      renderForm={(input) => <SheetForm {...input} photos={photos} />}
      renderSealed={(detail, correct) => (
        <SheetView detail={detail} photos={photos} isSupervisor={isSupervisor} onCorrect={correct} afterVerdict={afterVerdict} />
      )}
      renderDiscard={(draft) => (
        <>
          <PrintButton record={draft} block />
          <DiscardDraft id={draft} to="/spot-checks/$id" />
        </>
      )}
      missing={<MissingDocument />}
    />
  )
}
