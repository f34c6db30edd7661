import './sheet.css'
import { FileUnknownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { textAt } from '#shared/kernel/kind'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { DemoMark, StatePill } from '../kernel/state-pill'
import { DiscardDraft } from './discard-draft'
import { freshSheet } from './fresh-sheets'
import type { StoredDoc } from './sheet-doc'
import { type PhotosOf, SheetForm } from './sheet-form'
import { SheetView } from './sheet-view'
import { store } from './store'

interface SheetScreenProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
}

/** One sheet: while it is a draft the form, once it is sealed the paper-like view, and the form again for a correction. */
export function SheetScreen({ id, photos, isSupervisor }: SheetScreenProps) {
  const { data: detail, isPending } = useQuery(store.ask('record.get', { id, history: true }))
  if (isPending) return null
  if (detail === undefined || detail === null) {
    const fresh = freshSheet(id)
    return fresh === undefined ? <Missing /> : <Draft id={id} doc={fresh} draft={null} photos={photos} />
  }
  if (detail.state === 'draft') return <Draft id={id} doc={detail.doc} draft={detail} photos={photos} />
  return <Sealed detail={detail} photos={photos} isSupervisor={isSupervisor} />
}

interface DraftProps {
  readonly id: string
  readonly doc: StoredDoc
  /** The draft in the store; null for a sheet that was only opened. */
  readonly draft: RecordDetail | null
  readonly photos: PhotosOf
}

function Draft({ id, doc, draft, photos }: DraftProps) {
  return (
    <DraftPage no={textAt(doc, 'head', 'no')} demo={draft?.demo ?? false} isNew={draft === null}>
      <SheetForm
        key={id}
        id={id}
        doc={doc}
        cursor={draft?.cursor ?? ''}
        savedAt={draft?.at ?? null}
        photos={photos}
        correction={null}
        footer={<DiscardDraft id={id} exists={draft !== null} />}
      />
    </DraftPage>
  )
}

interface SealedProps {
  readonly detail: RecordDetail
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
}

function Sealed({ detail, photos, isSupervisor }: SealedProps) {
  const [reason, setReason] = useState<string | null>(null)
  const { id, doc, at } = detail
  const end = (): void => setReason(null)
  if (reason === null) return <SheetView key="view" detail={detail} photos={photos} isSupervisor={isSupervisor} onCorrect={setReason} />
  return (
    <CorrectionPage no={textAt(doc, 'head', 'no')} reason={reason}>
      <SheetForm
        id={id}
        doc={doc}
        cursor=""
        savedAt={at}
        photos={photos}
        correction={{ reason, onDone: end }}
        footer={<LeaveCorrection onLeave={end} />}
      />
    </CorrectionPage>
  )
}

interface DraftPageProps {
  readonly no: string
  readonly demo: boolean
  readonly isNew: boolean
  readonly children: React.ReactNode
}

function DraftPage({ no, demo, isNew, children }: DraftPageProps) {
  const t = useWords()
  const title = (
    <>
      {isNew ? t('spotCheck.form.new') : t('spotCheck.form.draftOf', { no })} <StatePill state="draft" /> {demo && <DemoMark />}
    </>
  )
  return (
    <Page screen="sheet-form" title={title} wide>
      {children}
    </Page>
  )
}

function CorrectionPage({ no, reason, children }: { readonly no: string; readonly reason: string; readonly children: React.ReactNode }) {
  const t = useWords()
  return (
    <Page screen="sheet-correction" title={t('spotCheck.form.draftOf', { no })} lead={t('spotCheck.view.correcting', { reason })} wide>
      {children}
    </Page>
  )
}

function LeaveCorrection({ onLeave }: { readonly onLeave: () => void }) {
  const t = useWords()
  return (
    <Button block type="text" onClick={onLeave}>
      {t('spotCheck.view.correctLeave')}
    </Button>
  )
}

function Missing() {
  const t = useWords()
  return (
    <Page screen="sheet-missing" title={t('spotCheck.view.missing')}>
      <EmptyState
        icon={<FileUnknownOutlined />}
        title={t('spotCheck.view.missing')}
        action={<Link to="/spot-checks">{t('spotCheck.view.back')}</Link>}
      >
        {t('spotCheck.view.missingText')}
      </EmptyState>
    </Page>
  )
}
