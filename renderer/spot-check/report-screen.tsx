import './sheet.css'
import { textAt } from '#shared/kernel/kind'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { DiscardDraft } from '../kernel/document/discard-draft'
import { MissingDocument } from '../kernel/document/missing-document'
import { SectionFacts } from '../kernel/document/section-facts'
import { DocumentScreen } from '../kernel/form/document-screen'
import { useWords } from '../kernel/i18n'
import { CheckPanel } from './check-panel'
import { DocumentView, type SealedProps } from './document-view'
import { PeopleFacts } from './people-facts'
import { findingOf, reportFields } from './report-fields'
import { ReportForm, type ReportValues } from './report-form'
import type { PhotosOf } from './sheet-form'

interface ScreenProps {
  readonly id: string
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
}

/** One report of a visit that ended without a sample. */
export function ReportScreen({ id, photos, isSupervisor }: ScreenProps) {
  const t = useWords()
  return (
    <DocumentScreen
      id={id}
      name="report"
      titleOf={(doc, isNew) => {
        const outcome = textAt(doc, 'outcome') as 'notFound' | ''
        const name = t(`spotCheck.report.choice.outcome.${outcome === '' ? 'notFound' : outcome}`)
        return isNew
          ? t('spotCheck.report.new', { outcome: name })
          : t('spotCheck.report.draftOf', { outcome: name, no: textAt(doc, 'no') })
      }}
      renderForm={(input) => <ReportForm key={id} {...input} photos={photos} />}
      renderSealed={(detail, correct) => <ReportView detail={detail} photos={photos} isSupervisor={isSupervisor} onCorrect={correct} />}
      renderDiscard={(draft) => <DiscardDraft id={draft} to="/site-reports/$id" />}
      missing={<MissingDocument />}
    />
  )
}

const WORDS = 'spotCheck.report'

function ReportView(sealed: SealedProps) {
  const { detail, photos } = sealed
  const doc = formOf(detail)
  const common = { words: WORDS, doc }
  return (
    <DocumentView
      {...sealed}
      screen="report-view"
      name="report"
      no={textAt(detail.doc, 'no')}
      lead={[doc.product?.kind, doc.inspectedParty?.name].filter((part) => part !== undefined).join(' · ')}
      signatures={doc.signatures ?? []}
      above={<CheckPanel check={doc.check ?? detail.id} here={detail.id} photos={photos} />}
    >
      <SectionFacts {...common} section="visit" fields={reportFields.visit} />
      <SectionFacts {...common} section="finding" fields={findingOf(doc.outcome)} />
      <SectionFacts {...common} section="inspectedParty" fields={reportFields.inspectedParty} />
      <SectionFacts {...common} section="product" fields={reportFields.product} />
      <SectionFacts {...common} section="witness" fields={reportFields.witness} />
      <SectionFacts {...common} section="localBureau" fields={reportFields.localBureau} />
      <SectionFacts {...common} section="samplingBody" fields={reportFields.samplingBody}>
        <PeopleFacts doc={doc} />
      </SectionFacts>
    </DocumentView>
  )
}

const formOf = ({ doc }: RecordDetail): ReportValues => structuredClone<ReportValues>(doc)
