import './conflict.css'
import { CheckCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import type { Loose } from '#shared/kernel/kind'
import type { RecordSummary } from '#shared/kernel/record-contract'
import type { OpenConflict } from '#shared/sync/conflict-contract'
import type { KindFields } from '../kernel/document/kind-fields'
import { EmptyState } from '../kernel/empty-state'
import { Refused, useFeedback } from '../kernel/feedback'
import { useAnyWord, useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { records } from '../kernel/record-store'
import { useShortcuts } from '../kernel/shortcuts'
import { ConflictTable } from './conflict-table'
import { ParallelFields } from './parallel-fields'
import { store } from './store'
import { type Settling, useSettling } from './use-settling'

interface ConflictProps {
  readonly id: string
  readonly isSupervisor: boolean
  /** How the fields of a record of any kind are read. */
  readonly fieldsOf: (kind: string, doc: Loose) => KindFields
  readonly titleOf: (record: RecordSummary) => ReactNode
  readonly renderLink: (record: RecordSummary) => ReactNode
}

/** One record in conflict: what it was, what each side made of it, and what shall stand. */
export function ConflictPage(props: ConflictProps) {
  const { data: open } = useQuery(store.ask('conflict.get', { id: props.id }))
  const { data: detail } = useQuery(records.ask('record.get', { id: props.id }))
  if (open === undefined || detail === undefined) return null
  if (open === null) return <Gone />
  return <Open {...props} open={open} of={props.fieldsOf(open.record.kind, detail?.doc ?? {})} />
}

/** The next one that waits, so that several are settled one after the other without going back. */
function useNext(id: string): () => Promise<void> {
  const t = useWords()
  const navigate = useNavigate()
  const { done } = useFeedback()
  return async () => {
    done(t('sync.conflict.settled'))
    const list = await store.call('conflict.list', { limit: 2 })
    const next = list.ok ? list.value.items.find((one) => one.id !== id) : undefined
    await (next === undefined ? navigate({ to: '/conflicts' }) : navigate({ to: '/conflicts/$id', params: { id: next.id } }))
  }
}

interface OpenProps extends ConflictProps {
  readonly open: OpenConflict
  readonly of: KindFields
}

function Open({ open, of, id, isSupervisor, titleOf, renderLink }: OpenProps) {
  const t = useWords()
  const say = useAnyWord()
  const next = useNext(id)
  const settling = useSettling(open, () => void next())
  useShortcuts(isSupervisor ? { 'ctrl+enter': () => void settling.settle() } : {})
  const { record, parallel } = open
  return (
    <Page
      screen="conflict"
      wide
      title={
        <>
          {say(`app.kind.${record.kind}`)} <span className="mono">{record.no}</span>
        </>
      }
      lead={titleOf(record)}
      actions={
        <span className="conflict-ways">
          <span className="quiet">{t('sync.conflict.history')}</span> {renderLink(record)}{' '}
          <Link to="/conflicts">{t('sync.conflict.toList')}</Link>
        </span>
      }
    >
      {!isSupervisor && <Alert className="view-alert" type="info" showIcon title={t('sync.conflict.read')} />}
      {settling.hasMoved && <Moved onSeen={settling.markSeen} />}
      <ConflictTable open={open} of={of} settling={settling} isSupervisor={isSupervisor} />
      {parallel.length > 0 && <ParallelFields open={open} of={of} />}
      {isSupervisor && <Settle settling={settling} of={open.fields.length} />}
    </Page>
  )
}

function Moved({ onSeen }: { readonly onSeen: () => void }) {
  const t = useWords()
  return (
    <Alert
      className="view-alert"
      type="warning"
      showIcon
      data-result="moved"
      title={t('sync.conflict.moved')}
      description={t('sync.conflict.movedText')}
      action={<Button onClick={onSeen}>{t('sync.conflict.seen')}</Button>}
    />
  )
}

function Settle({ settling, of }: { readonly settling: Settling; readonly of: number }) {
  const t = useWords()
  const id = useId()
  const { left, why, setWhy, problems, busy, settle } = settling
  return (
    <Panel name="settle" title={t('sync.conflict.chosen', { n: of - left.length, of })}>
      <Refused problems={problems} title={t('sync.conflict.refused')} />
      <label htmlFor={id}>{t('sync.conflict.whyLabel')}</label>
      <Input.TextArea
        id={id}
        data-field="/why"
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={2000}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <div className="button-row">
        <Button type="primary" loading={busy} disabled={left.length > 0} data-action="settle" onClick={() => void settle()}>
          {t('sync.conflict.settle')}
        </Button>
        <kbd>{t('kernel.course.keys')}</kbd>
        {left.length > 0 && <span className="quiet">{t('sync.conflict.left', { n: left.length })}</span>}
      </div>
    </Panel>
  )
}

function Gone() {
  const t = useWords()
  return (
    <Page screen="conflict-gone" title={t('sync.conflict.title')}>
      <EmptyState
        icon={<CheckCircleOutlined />}
        title={t('sync.conflict.gone')}
        action={<Link to="/conflicts">{t('sync.conflict.toList')}</Link>}
      >
        {t('sync.conflict.goneText')}
      </EmptyState>
    </Page>
  )
}
