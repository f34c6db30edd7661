import type { ReactNode } from 'react'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { DocumentView as SealedDocument } from '../kernel/document/document-view'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import type { SignatureForm } from './sheet-doc'
import { SignaturesShown } from './sheet-facts'
import type { PhotosOf } from './sheet-form'

/** What every sealed document's view is given. */
export interface SealedProps {
  readonly detail: RecordDetail
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
  readonly onCorrect: (reason: string) => void
}

interface ViewProps extends SealedProps {
  readonly screen: string
  readonly no: string
  readonly lead: string
  /** What such a document is called where it is corrected or voided. */
  readonly name: 'sheet' | 'report' | 'task'
  readonly signatures?: readonly SignatureForm[]
  /** Whether photos belong to it. */
  readonly hasPhotos?: boolean
  /** Before everything that stands in it: where its matter stands. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** A sealed document of a spot check, with its signatures and photos. */
export function DocumentView({ name, signatures = [], hasPhotos = true, photos: Photos, children, ...shown }: ViewProps) {
  const t = useWords()
  const { id, kind } = shown.detail
  const aside = (
    <>
      {signatures.length > 0 && (
        <Panel name="signatures" title={t('spotCheck.section.signatures')}>
          <SignaturesShown signatures={signatures} />
        </Panel>
      )}
      {hasPhotos && (
        <Panel name="photos" title={t('spotCheck.view.photos')}>
          <Photos record={id} kind={kind} editable={false} ensure={() => Promise.resolve(true)} />
        </Panel>
      )}
    </>
  )
  return (
    <SealedDocument {...shown} name={t(`spotCheck.view.name.${name}`)} isPrinted={name !== 'task'} aside={aside}>
      {children}
    </SealedDocument>
  )
}
