import type { RecordSummary } from '#shared/kernel/record-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { SheetLink } from './sheet-link'

/** Sheets as rows: number, what and where, state, who and when. */
export function SheetTable({ rows, compact = false }: { readonly rows: readonly RecordSummary[]; readonly compact?: boolean }) {
  const t = useWords()
  const placeName = usePlaceName()
  const columns: Column<RecordSummary>[] = [
    { key: 'no', title: t('spotCheck.list.no'), render: ({ id, no }) => <SheetLink id={id} no={no} /> },
    {
      key: 'what',
      title: t('spotCheck.list.what'),
      grow: true,
      render: ({ title }) => (title === '' ? <span className="quiet">{t('spotCheck.list.noTitle')}</span> : title),
    },
    {
      key: 'state',
      title: t('spotCheck.list.stateColumn'),
      render: ({ id, state, conflict, demo }) => (
        <span className="marks">
          <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && !compact && <DemoMark />}
        </span>
      ),
    },
    { key: 'region', title: t('spotCheck.list.region'), wrap: true, render: ({ region }) => placeName(region) },
    { key: 'by', title: t('spotCheck.list.by'), render: ({ by }) => by },
    { key: 'at', title: t('spotCheck.list.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
  const shown = compact ? columns.filter(({ key }) => key !== 'by' && key !== 'region') : columns
  return <DataTable label={t('spotCheck.list.label')} columns={shown} rows={rows} keyOf={({ id }) => id} />
}
