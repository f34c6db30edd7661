import { CheckCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import type { RecordSummary } from '#shared/kernel/record-contract'
import type { centreContract } from '#shared/sync/centre-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { minuteOf } from '../kernel/format'
import { useAnyWord, useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { usePages } from '../kernel/use-pages'
import { store } from './store'

type Row = OutputOf<(typeof centreContract)['sync.missingFiles']>['items'][number]

interface MissingProps {
  readonly titleOf: (record: RecordSummary) => ReactNode
  readonly renderLink: (record: RecordSummary) => ReactNode
}

/** Records of which a photo has not come yet, and whom to ask for it. */
export function MissingFilesScreen({ titleOf, renderLink }: MissingProps) {
  const t = useWords()
  const say = useAnyWord()
  const { pages, isReady, more, isFetchingMore } = usePages((from) => store.ask('sync.missingFiles', from))
  const rows = pages.flatMap(({ items }) => items)
  const columns: Column<Row>[] = [
    { key: 'kind', title: t('sync.centre.missing.column.kind'), render: ({ kind }) => say(`app.kind.${kind}`) },
    { key: 'no', title: t('sync.centre.missing.column.no'), render: renderLink },
    { key: 'title', title: t('sync.centre.missing.column.title'), grow: true, render: titleOf },
    { key: 'n', title: t('sync.centre.missing.column.n'), render: ({ filesMissing }) => t('sync.centre.missing.n', { n: filesMissing }) },
    { key: 'by', title: t('sync.centre.missing.column.by'), render: ({ by }) => by },
    { key: 'at', title: t('sync.centre.missing.column.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
  return (
    <Page screen="missing-files" title={t('sync.centre.missing.title')} lead={t('sync.centre.missing.lead')}>
      {isReady && rows.length === 0 && (
        <EmptyState icon={<CheckCircleOutlined />} title={t('sync.centre.missing.none')}>
          {t('sync.centre.missing.noneText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <DataTable label={t('sync.centre.missing.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
          <p className="quiet table-foot">{t('sync.centre.missing.total', { n: pages[0]?.total ?? rows.length })}</p>
        </>
      )}
      <MoreRows more={more} isFetchingMore={isFetchingMore} />
    </Page>
  )
}
