import { InboxOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { Place, type WhereItem } from '#shared/sync/centre-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { minuteOf } from '../kernel/format'
import { useAnyWord, useWords } from '../kernel/i18n'
import { ListViews } from '../kernel/list-views'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { usePages } from '../kernel/use-pages'
import { store } from './store'
import type { WhereSearch } from './where-search'

interface WhereProps {
  readonly shown: WhereSearch
  readonly onShow: (search: WhereSearch) => void
  readonly titleOf: (record: RecordSummary) => ReactNode
  readonly renderLink: (record: RecordSummary) => ReactNode
}

/** This device's own records, each with how far it has come and which of its photos are not here. */
export function WhereScreen({ shown, onShow, titleOf, renderLink }: WhereProps) {
  const t = useWords()
  const { data: centre } = useQuery(store.ask('sync.centre', {}))
  const { pages, isReady, more, isFetchingMore } = usePages((from) => store.ask('sync.where', { ...shown, ...from }))
  const rows = pages.flatMap(({ items }) => items)
  const count = (n: number | undefined) => (n === undefined ? {} : { count: n })
  const views = [
    { name: 'all', label: t('sync.centre.where.all') },
    ...Place.options.map((name) => ({ name, label: t(`sync.centre.place.${name}`), ...count(centre?.records[name]) })),
  ] as const
  const columns = useColumns(titleOf, renderLink)
  const show = (name: (typeof views)[number]['name']): void => onShow(name === 'all' ? {} : { place: name })
  return (
    <Page screen="where" title={t('sync.centre.where.title')} lead={t('sync.centre.where.lead')}>
      <ListViews label={t('sync.centre.where.views')} views={views} shown={shown.place ?? 'all'} onShow={show} />
      {isReady && rows.length === 0 && (
        <EmptyState icon={<InboxOutlined />} title={t('sync.centre.where.none')}>
          {t('sync.centre.where.noneText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable label={t('sync.centre.where.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
          <p className="quiet table-foot">{t('sync.centre.where.total', { n: pages[0]?.total ?? rows.length })}</p>
        </>
      )}
      <MoreRows more={more} isFetchingMore={isFetchingMore} />
    </Page>
  )
}

function useColumns(titleOf: WhereProps['titleOf'], renderLink: WhereProps['renderLink']): Column<WhereItem>[] {
  const t = useWords()
  const say = useAnyWord()
  return [
    { key: 'kind', title: t('sync.centre.where.column.kind'), render: ({ kind }) => say(`app.kind.${kind}`) },
    { key: 'no', title: t('sync.centre.where.column.no'), render: renderLink },
    { key: 'title', title: t('sync.centre.where.column.title'), grow: true, render: titleOf },
    {
      key: 'place',
      title: t('sync.centre.where.column.place'),
      render: ({ place }) => (
        <span className="place" data-place={place}>
          {t(`sync.centre.place.${place}`)}
        </span>
      ),
    },
    {
      key: 'who',
      title: t('sync.centre.where.column.who'),
      wrap: true,
      render: ({ targets, confirmedBy }) => (confirmedBy.length > 0 ? confirmedBy : targets).join(' / '),
    },
    {
      key: 'files',
      title: t('sync.centre.where.column.files'),
      align: 'right',
      render: ({ files, filesMissing }) =>
        filesMissing > 0 ? (
          <span className="sync-waiting">{t('sync.centre.where.filesMissing', { missing: filesMissing, n: files })}</span>
        ) : (
          t('sync.centre.where.files', { n: files })
        ),
    },
    { key: 'at', title: t('sync.centre.where.column.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
}
