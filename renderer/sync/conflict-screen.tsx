import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import type { RecordSummary } from '#shared/kernel/record-contract'
import type { conflictContract } from '#shared/sync/conflict-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { minuteOf } from '../kernel/format'
import { useAnyWord, useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { usePages } from '../kernel/use-pages'
import { store } from './store'

type Row = OutputOf<(typeof conflictContract)['conflict.list']>['items'][number]

interface ConflictsProps {
  /** What a record of any kind is called. */
  readonly titleOf: (record: RecordSummary) => ReactNode
}

/** Every record that waits for somebody to decide, the newest first. */
export function ConflictScreen({ titleOf }: ConflictsProps) {
  const t = useWords()
  const say = useAnyWord()
  const { pages, isReady, more, isFetchingMore } = usePages((from) => store.ask('conflict.list', from))
  const rows = pages.flatMap(({ items }) => items)
  const columns: Column<Row>[] = [
    { key: 'kind', title: t('sync.conflict.column.kind'), render: ({ kind }) => say(`app.kind.${kind}`) },
    {
      key: 'no',
      title: t('sync.conflict.column.no'),
      render: ({ id, no, title }) => (
        <Link to="/conflicts/$id" params={{ id }} className="mono">
          {no === '' ? title : no}
        </Link>
      ),
    },
    { key: 'title', title: t('sync.conflict.column.title'), grow: true, render: titleOf },
    { key: 'fields', title: t('sync.conflict.column.fields'), align: 'right', render: ({ fields }) => fields },
    { key: 'devices', title: t('sync.conflict.column.devices'), render: ({ devices }) => devices.join(' / ') },
    { key: 'at', title: t('sync.conflict.column.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
  return (
    <Page screen="conflicts" title={t('sync.conflict.title')} lead={t('sync.conflict.lead')}>
      {isReady && rows.length === 0 && (
        <EmptyState
          icon={<CheckCircleOutlined />}
          title={t('sync.conflict.none')}
          action={<Link to="/sync">{t('sync.conflict.toSync')}</Link>}
        >
          {t('sync.conflict.noneText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable label={t('sync.conflict.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
          <p className="quiet table-foot">{t('sync.conflict.total', { n: pages[0]?.total ?? rows.length })}</p>
        </>
      )}
      <MoreRows more={more} isFetchingMore={isFetchingMore} />
    </Page>
  )
}
