import './sheet.css'
import { FileUnknownOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { textAt } from '#shared/kernel/kind'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { DemoMark, StatePill } from '../kernel/state-pill'
import { DiscardDraft } from './discard-draft'
import { freshSheet } from './fresh-sheets'
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
  const [reason, setReason] = useState<string | null>(null)
  if (isPending) return null
  const fresh = detail === null || detail === undefined ? freshSheet(id) : undefined
  const doc = detail?.doc ?? fresh
  if (doc === undefined) return <Missing />
  if (detail === null || detail === undefined || detail.state === 'draft') {
    return (
      <DraftPage no={textAt(doc, 'head', 'no')} demo={detail?.demo ?? false} isNew={fresh !== undefined}>
        <SheetForm
          key={id}
          id={id}
          doc={doc}
          cursor={detail?.cursor ?? ''}
          savedAt={detail?.at ?? null}
          photos={photos}
          correction={null}
          footer={<DiscardDraft id={id} exists={fresh === undefined} />}
        />
      </DraftPage>
    )
  }
  if (reason === null) return <SheetView key={id} detail={detail} photos={photos} isSupervisor={isSupervisor} onCorrect={setReason} />
  const end = (): void => setReason(null)
  return (
    <CorrectionPage no={textAt(doc, 'head', 'no')} reason={reason}>
      <SheetForm
        key={`${id} correction`}
        id={id}
        doc={doc}
        cursor=""
        savedAt={detail.at}
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
