import { CheckCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { RecordSummary } from '#shared/kernel/record-contract'
import type { AsideItem } from '#shared/sync/centre-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { minuteOf, shortHash } from '../kernel/format'
import { useKnownWord, useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { usePages } from '../kernel/use-pages'
import { store } from './store'

/** Nothing is left out in silence: every line and batch that does not count, and why. */
export function AsideScreen({ renderLink }: { readonly renderLink: (record: RecordSummary) => ReactNode }) {
  const t = useWords()
  const word = useKnownWord()
  const { pages, isReady, more, isFetchingMore } = usePages((from) => store.ask('sync.aside', from))
  const rows = pages.flatMap(({ items }) => items)
  const columns: Column<AsideItem>[] = [
    {
      key: 'what',
      title: t('sync.centre.aside.column.what'),
      render: ({ what, seq, id }) => (
        <span title={id}>
          {t(`sync.centre.aside.what.${what}`)} {seq !== null && <span className="quiet">{t('sync.centre.aside.seq', { n: seq })}</span>}
        </span>
      ),
    },
    {
      key: 'record',
      title: t('sync.centre.aside.column.record'),
      render: ({ record, id }) => (record === null ? <code title={id}>{shortHash(id)}</code> : renderLink(record)),
    },
    {
      key: 'standing',
      title: t('sync.centre.aside.column.standing'),
      render: ({ standing }) => (
        <span className="outcome" data-outcome={standing}>
          {t(`sync.centre.aside.standing.${standing}`)}
        </span>
      ),
    },
    {
      key: 'reason',
      title: t('sync.centre.aside.column.reason'),
      grow: true,
      render: ({ reason, why }) => (
        <>
          {word(`sync.centre.aside.reason.${reason}`) ?? reason} {why !== '' && <span className="quiet">{why}</span>}
        </>
      ),
    },
    { key: 'who', title: t('sync.centre.aside.column.who'), render: ({ name }) => name },
    { key: 'at', title: t('sync.centre.aside.column.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
  return (
    <Page screen="aside" title={t('sync.centre.aside.title')} lead={t('sync.centre.aside.lead')}>
      {isReady && rows.length === 0 && (
        <EmptyState icon={<CheckCircleOutlined />} title={t('sync.centre.aside.none')}>
          {t('sync.centre.aside.noneText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable label={t('sync.centre.aside.label')} columns={columns} rows={rows} keyOf={({ what, id }) => `${what} ${id}`} />
          <p className="quiet table-foot">{t('sync.centre.aside.total', { n: pages[0]?.total ?? rows.length })}</p>
        </>
      )}
      <MoreRows more={more} isFetchingMore={isFetchingMore} />
    </Page>
  )
}
