import type { RecordSummary } from '#shared/kernel/record-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useAnyWord, useWords } from '../kernel/i18n'
import { StatePill } from '../kernel/state-pill'
import { RecordLink } from './record-link'
import { useRecordTitle } from './record-name'

/** Records of any kind as rows. */
export function RecordTable({ records }: { readonly records: readonly RecordSummary[] }) {
  const t = useWords()
  const say = useAnyWord()
  const titleOf = useRecordTitle()
  const columns: Column<RecordSummary>[] = [
    { key: 'kind', title: t('sync.import.column.title'), render: ({ kind }) => say(`app.kind.${kind}`) },
    { key: 'no', title: t('spotCheck.list.no'), render: (record) => <RecordLink record={record} /> },
    { key: 'title', title: t('spotCheck.list.what'), grow: true, render: (record) => titleOf(record) },
    { key: 'state', title: t('spotCheck.list.stateColumn'), render: ({ state }) => <StatePill state={state} /> },
    { key: 'at', title: t('spotCheck.list.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
  return <DataTable label={t('sync.records')} columns={columns} rows={records} keyOf={({ id }) => id} />
}
