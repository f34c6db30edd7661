import './document.css'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { RecordDetail } from '#shared/kernel/record-contract'
import { minuteOf } from '../format'
import { useWords } from '../i18n'
import { Page } from '../page'
import { ConflictMark, DemoMark, StatePill } from '../state-pill'
import { type ActionsProps, DocumentActions } from './document-actions'
import { History } from './document-history'

interface ViewProps extends ActionsProps {
  readonly screen: string
  readonly no: string
  readonly lead: ReactNode
  /** Before what may be done with every document. */
  readonly actions?: ReactNode
  /** Before everything that stands in it: where its matter stands. */
  readonly above?: ReactNode
  /** Beside it, over its history: signatures, photos. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A sealed document: everything that stands in it, in the order of the paper, and everything that happened to it. */
export function DocumentView({ screen, no, lead, actions, above, aside, children, ...does }: ViewProps) {
  const { detail } = does
  return (
    <Page
      screen={screen}
      wide
      title={
        <>
          <span className="mono">{no}</span> <StatePill state={detail.state} /> {detail.demo && <DemoMark />}{' '}
          {detail.conflicts.length > 0 && <ConflictMark of={detail.id} />}
        </>
      }
      lead={lead}
      actions={
        <>
          {actions}
          <DocumentActions {...does} />
        </>
      }
    >
      <Review detail={detail} />
      <Conflicts detail={detail} />
      {detail.state !== 'void' && above}
      <div className="view-columns">
        <div className="view-main">{children}</div>
        <div className="view-side">
          {aside}
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
      title={t(state === 'returned' ? 'kernel.document.returned' : 'kernel.document.reviewed')}
      description={
        <>
          {review.remarks} <span className="quiet">{t('kernel.document.by', { by: review.by, at: minuteOf(review.at) })}</span>
        </>
      }
    />
  )
}

/** Another device changed the same field otherwise: what is shown may not be what will stand. */
export function Conflicts({ detail: { id, conflicts } }: { readonly detail: Pick<RecordDetail, 'id' | 'conflicts'> }) {
  const t = useWords()
  if (conflicts.length === 0) return null
  return (
    <Alert
      className="view-alert"
      type="warning"
      showIcon
      data-result="conflict"
      title={t('kernel.document.conflicts')}
      description={t('kernel.document.conflictText', { n: conflicts.length })}
      action={
        <Link to="/conflicts/$id" params={{ id }} data-action="to-conflict">
          {t('kernel.document.toConflict')}
        </Link>
      }
    />
  )
}
