import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { useWords } from '../i18n'
import { Page } from '../page'
import { records } from '../record-store'
import { DemoMark, StatePill } from '../state-pill'
import type { StoredDoc } from './editable'
import { freshDoc } from './fresh-docs'
import type { Correction } from './use-seal'

/** What a document's form is given. */
export interface FormInput {
  readonly id: string
  readonly doc: StoredDoc
  readonly cursor: string
  readonly savedAt: string | null
  readonly correction: Correction | null
  readonly footer: ReactNode
}

interface ScreenProps {
  readonly id: string
  /** `sheet` makes the screens `sheet-form` and `sheet-correction`. */
  readonly name: string
  readonly titleOf: (doc: StoredDoc, isNew: boolean) => ReactNode
  readonly renderForm: (input: FormInput) => ReactNode
  readonly renderSealed: (detail: RecordDetail, correct: (reason: string) => void) => ReactNode
  readonly renderDiscard: (id: string) => ReactNode
  readonly missing: ReactNode
}

/** One document: while it is a draft its form, once it is sealed its view, and the form again for a correction. */
export function DocumentScreen(props: ScreenProps) {
  const { id, missing } = props
  // A form takes its content over once: never from an answer that is older than what was typed here before.
  const { data: detail, isFetchedAfterMount } = useQuery({ ...records.ask('record.get', { id, history: true }), staleTime: 0 })
  if (!isFetchedAfterMount) return null
  if (detail === undefined || detail === null) {
    const fresh = freshDoc(id)
    return fresh === undefined ? missing : <DraftPage {...props} doc={fresh} draft={null} />
  }
  if (detail.state === 'draft') return <DraftPage {...props} doc={detail.doc} draft={detail} />
  return <Sealed {...props} detail={detail} />
}

/** `draft` is null for a document that was only opened. */
function DraftPage({
  id,
  name,
  doc,
  draft,
  titleOf,
  renderForm,
  renderDiscard,
}: ScreenProps & { readonly doc: StoredDoc; readonly draft: RecordDetail | null }) {
  const title = (
    <>
      {titleOf(doc, draft === null)} <StatePill state="draft" /> {draft?.demo === true && <DemoMark />}
    </>
  )
  const footer = draft === null ? null : renderDiscard(id)
  return (
    <Page screen={`${name}-form`} title={title} wide>
      <div key={id}>{renderForm({ id, doc, cursor: draft?.cursor ?? '', savedAt: draft?.at ?? null, correction: null, footer })}</div>
    </Page>
  )
}

function Sealed({ name, detail, titleOf, renderForm, renderSealed }: ScreenProps & { readonly detail: RecordDetail }) {
  const t = useWords()
  const [reason, setReason] = useState<string | null>(null)
  const { id, doc, at } = detail
  if (reason === null) return renderSealed(detail, setReason)
  const end = (): void => setReason(null)
  const leave = (
    <Button block type="text" onClick={end}>
      {t('kernel.form.leave')}
    </Button>
  )
  return (
    <Page screen={`${name}-correction`} title={titleOf(doc, false)} lead={t('kernel.course.correcting', { reason })} wide>
      {renderForm({ id, doc, cursor: '', savedAt: at, correction: { reason, onDone: end }, footer: leave })}
    </Page>
  )
}
