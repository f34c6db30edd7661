import { Link } from '@tanstack/react-router'
import type { RecordState } from '#shared/kernel/record-contract'
import type { VisitSummary } from '#shared/visit/visit-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { DemoMark, StatePill } from '../kernel/state-pill'

/** Visits as rows. */
export function VisitTable({ rows }: { readonly rows: readonly VisitSummary[] }) {
  const t = useWords()
  const columns: Column<VisitSummary>[] = [
    {
      key: 'no',
      title: t('visit.list.no'),
      render: ({ id, no, on, demo }) => (
        <>
          <Link to="/visits/$id" params={{ id }} className="mono">
            {no === '' ? id.slice(0, 8) : no}
          </Link>
          <div className="quiet number">
            {on} {demo && <DemoMark />}
          </div>
        </>
      ),
    },
    { key: 'enterprise', title: t('visit.list.enterprise'), grow: true, render: ({ enterprise }) => enterprise },
    {
      key: 'kind',
      title: t('visit.list.kind'),
      grow: true,
      render: ({ kind, team }) => (
        <>
          {t(`visit.choice.kind.${kind}`)}
          <div className="quiet">{team}</div>
        </>
      ),
    },
    { key: 'helpers', title: t('visit.list.helpers'), align: 'right', render: ({ helpers }) => helpers },
    {
      key: 'found',
      title: t('visit.list.found'),
      align: 'right',
      render: ({ problems, solved }) => <Pair one={problems} other={solved} />,
    },
    {
      key: 'trained',
      title: t('visit.list.trained'),
      align: 'right',
      render: ({ managers, workers }) => <Pair one={managers} other={workers} />,
    },
    { key: 'state', title: t('visit.list.state'), render: ({ state }) => <StatePill state={state as RecordState} /> },
  ]
  return <DataTable label={t('visit.list.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

const Pair = ({ one, other }: { readonly one: number; readonly other: number }) => (
  <span className="number">{`${String(one)} / ${String(other)}`}</span>
)
