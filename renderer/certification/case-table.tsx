import { SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { CertificationCaseSummary } from '#shared/certification/certification-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { DemoMark } from '../kernel/state-pill'
import { Age, Blocks, StageMark, useKindName } from './case-marks'
import { type CaseFilter, useCertificationCases } from './use-certification'

/** Cases as rows, page by page: what a search found, or every case of one stage. */
export function CertificationTable({ filter }: { readonly filter: CaseFilter }) {
  const t = useWords()
  const kindName = useKindName()
  const { rows, isReady, more, isFetchingMore } = useCertificationCases(filter)
  if (!isReady) return null
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<SearchOutlined />}
        title={t('certification.none')}
        action={<Link to="/certification">{t('certification.toBoard')}</Link>}
      >
        {t('certification.noneText')}
      </EmptyState>
    )
  const columns: Column<CertificationCaseSummary>[] = [
    {
      key: 'no',
      title: t('certification.list.no'),
      render: ({ id, no }) => (
        <Link to="/certification/$id" params={{ id }} className="mono">
          {no}
        </Link>
      ),
    },
    {
      key: 'enterprise',
      title: t('certification.list.enterprise'),
      grow: true,
      wrap: true,
      render: ({ title, demo }) => (
        <>
          {title} {demo && <DemoMark />}
        </>
      ),
    },
    { key: 'kind', title: t('certification.list.kind'), wrap: true, render: ({ certificationKind }) => kindName(certificationKind) },
    { key: 'stage', title: t('certification.list.stage'), render: ({ stage }) => <StageMark stage={stage} /> },
    { key: 'age', title: t('certification.list.age'), render: (summary) => <Age summary={summary} /> },
    { key: 'blocks', title: t('certification.list.blocks'), wrap: true, render: ({ gate }) => <Blocks gate={gate} /> },
    {
      key: 'certificates',
      title: t('certification.list.certificates'),
      align: 'right',
      render: ({ certificates }) => <span className="number">{certificates}</span>,
    },
  ]
  return (
    <>
      <DataTable label={t('certification.title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
      <MoreRows more={more} isFetchingMore={isFetchingMore} />
    </>
  )
}
