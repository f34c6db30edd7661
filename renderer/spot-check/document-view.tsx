import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import type { SignatureForm } from './sheet-doc'
import { SignaturesShown } from './sheet-facts'
import type { PhotosOf } from './sheet-form'
import { History } from './sheet-history'
import { ViewActions } from './view-actions'

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

/** A sealed document: everything that stands in it, in the order of the paper, and everything that happened to it. */
export function DocumentView(props: ViewProps) {
  const {
    detail,
    screen,
    no,
    lead,
    name,
    signatures = [],
    hasPhotos = true,
    above,
    children,
    photos: Photos,
    isSupervisor,
    onCorrect,
  } = props
  const t = useWords()
  return (
    <Page
      screen={screen}
      wide
      title={
        <>
          <span className="mono">{no}</span> <StatePill state={detail.state} /> {detail.demo && <DemoMark />}{' '}
          {detail.conflicts.length > 0 && <ConflictMark />}
        </>
      }
      lead={lead}
      actions={<ViewActions detail={detail} name={name} isSupervisor={isSupervisor} onCorrect={onCorrect} />}
    >
      <Review detail={detail} />
      <Conflicts detail={detail} />
      {detail.state !== 'void' && above}
      <div className="view-columns">
        <div className="view-main">{children}</div>
        <div className="view-side">
          {signatures.length > 0 && (
            <Panel name="signatures" title={t('spotCheck.section.signatures')}>
              <SignaturesShown signatures={signatures} />
            </Panel>
          )}
          {hasPhotos && (
            <Panel name="photos" title={t('spotCheck.view.photos')}>
              <Photos record={detail.id} kind={detail.kind} editable={false} ensure={() => Promise.resolve(true)} />
            </Panel>
          )}
          <History entries={detail.history} />
        </div>
      </div>
    </Page>
  )
}

function Review({ detail: { review, state } }: { readonly detail: RecordDetail }) {
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

function Conflicts({ detail: { conflicts } }: { readonly detail: RecordDetail }) {
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
