import { Alert } from 'antd'
import { textAt } from '#shared/kernel/kind'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { formOf, type SheetForm } from './sheet-doc'
import { ItemsTable, SectionFacts, SignaturesShown } from './sheet-facts'
import type { PhotosOf } from './sheet-form'
import { History } from './sheet-history'
import { VerdictPill } from './verdict'
import { verdictOfSheet } from './verdicts'
import { ViewActions } from './view-actions'

export type Detail = RecordDetail

interface ViewProps {
  readonly detail: Detail
  readonly photos: PhotosOf
  readonly isSupervisor: boolean
  readonly onCorrect: (reason: string) => void
}

/** A sealed sheet: everything that stands on it, in the order of the paper, and everything that happened to it. */
export function SheetView({ detail, photos: Photos, isSupervisor, onCorrect }: ViewProps) {
  const t = useWords()
  const doc = formOf(detail.doc)
  const verdict = verdictOfSheet(doc.items)
  return (
    <Page
      screen="sheet-view"
      wide
      title={
        <>
          <span className="mono">{textAt(detail.doc, 'head', 'no')}</span> <StatePill state={detail.state} /> {detail.demo && <DemoMark />}{' '}
          {detail.conflicts.length > 0 && <ConflictMark />}
        </>
      }
      lead={[doc.product?.name, doc.inspectedParty?.name].filter((part) => part !== undefined).join(' · ')}
      actions={<ViewActions detail={detail} isSupervisor={isSupervisor} onCorrect={onCorrect} />}
    >
      <Review detail={detail} />
      <Conflicts detail={detail} />
      <div className="view-columns">
        <div className="view-main">
          <SectionFacts section="head" doc={doc} />
          <SectionFacts section="inspectedParty" doc={doc} />
          <SectionFacts section="producer" doc={doc} />
          <SectionFacts section="product" doc={doc} />
          <SectionFacts section="sampling" doc={doc} />
          <Panel name="items" title={t('spotCheck.section.items')} extra={<VerdictPill verdict={verdict} />}>
            <ItemsTable items={doc.items ?? []} />
          </Panel>
          <SectionFacts section="samplingBody" doc={doc}>
            <Samplers doc={doc} />
          </SectionFacts>
        </div>
        <div className="view-side">
          <Panel name="signatures" title={t('spotCheck.section.signatures')}>
            <SignaturesShown signatures={doc.signatures ?? []} />
          </Panel>
          <Panel name="photos" title={t('spotCheck.view.photos')}>
            <Photos record={detail.id} kind={detail.kind} editable={false} ensure={() => Promise.resolve(true)} />
          </Panel>
          <History entries={detail.history} />
        </div>
      </div>
    </Page>
  )
}

function Samplers({ doc }: { readonly doc: SheetForm }) {
  const t = useWords()
  const said = (doc.samplers ?? []).map(({ name, certificateNo }) => [name, certificateNo].filter((part) => part !== undefined).join(' '))
  return (
    <dl className="facts">
      <div className="fact" data-span="full">
        <dt>{t('spotCheck.form.samplers')}</dt>
        <dd>{said.join(' / ')}</dd>
      </div>
      {doc.remarks !== undefined && (
        <div className="fact" data-span="full">
          <dt>{t('spotCheck.form.remarks')}</dt>
          <dd>{doc.remarks}</dd>
        </div>
      )}
    </dl>
  )
}

function Review({ detail: { review, state } }: { readonly detail: Detail }) {
  const t = useWords()
  if (review === null || review.remarks === '') return null
  return (
    <Alert
      className="view-alert"
      type={state === 'returned' ? 'warning' : 'info'}
      showIcon
      title={t(state === 'returned' ? 'spotCheck.view.returned' : 'spotCheck.view.reviewed')}
      description={
        <>
          {review.remarks} <span className="quiet">{t('spotCheck.view.by', { by: review.by, at: minuteOf(review.at) })}</span>
        </>
      }
    />
  )
}

function Conflicts({ detail: { conflicts } }: { readonly detail: Detail }) {
  const t = useWords()
  if (conflicts.length === 0) return null
  return (
    <Alert
      className="view-alert"
      type="warning"
      showIcon
      title={t('spotCheck.view.conflicts')}
      description={
        <>
          <p>{t('spotCheck.view.conflictText')}</p>
          <ul>
            {conflicts.map(({ field, candidates }) => (
              <li key={field}>
                <code>{field}</code>
                <ul>
                  {candidates.map(({ id, value, by, at }) => (
                    <li key={id}>
                      {JSON.stringify(value ?? null)} <span className="quiet">{t('spotCheck.view.by', { by, at: minuteOf(at) })}</span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
