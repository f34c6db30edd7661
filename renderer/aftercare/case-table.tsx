import { FolderOpenOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { CaseSummary } from '#shared/aftercare/aftercare-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { dayOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { DemoMark } from '../kernel/state-pill'
import { CaseLink } from './case-link'
import { CaseState } from './case-state'
import { type CaseFilter, useCases } from './use-cases'

/** Cases as rows, page by page: what a search found, or every case of one state. */
export function CaseTable({ filter }: { readonly filter: CaseFilter }) {
  const t = useWords()
  const placeName = usePlaceName()
  const { rows, isReady, more, isFetchingMore } = useCases(filter)
  if (!isReady) return null
  if (rows.length === 0) return <NoCases searched={(filter.search ?? '') !== ''} />
  const columns: Column<CaseSummary>[] = [
    { key: 'no', title: t('aftercare.list.no'), render: ({ id, no }) => <CaseLink id={id} no={no} /> },
    { key: 'what', title: t('aftercare.list.what'), grow: true, render: ({ title }) => title },
    {
      key: 'state',
      title: t('aftercare.list.state'),
      render: ({ main, demo }) => (
        <span className="marks">
          <CaseState state={main} /> {demo && <DemoMark />}
        </span>
      ),
    },
    { key: 'region', title: t('aftercare.list.region'), wrap: true, render: ({ region }) => placeName(region) },
    { key: 'day', title: t('aftercare.list.day'), render: ({ day }) => <span className="number">{dayOf(day)}</span> },
  ]
  return (
    <>
      <DataTable label={t('aftercare.list.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      {more !== null && (
        <div className="table-foot">
          <Button loading={isFetchingMore} onClick={more}>
            {t('kernel.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function NoCases({ searched }: { readonly searched: boolean }) {
  const t = useWords()
  if (searched)
    return (
      <EmptyState icon={<SearchOutlined />} title={t('aftercare.list.nothing')}>
        {t('aftercare.list.nothingText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={<FolderOpenOutlined />} title={t('aftercare.list.noneClosed')}>
      {t('aftercare.list.noneClosedText')}
    </EmptyState>
  )
}
