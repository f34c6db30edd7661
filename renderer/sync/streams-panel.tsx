import { ClusterOutlined } from '@ant-design/icons'
import type { Stream } from '#shared/sync/centre-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useClockText } from './clock-text'

const SHOWN_MISSING = 8

/** How far each colleague's batches have arrived here: gaps, forks, and how right the clock was. */
export function StreamsPanel({ streams }: { readonly streams: readonly Stream[] }) {
  const t = useWords()
  const clockText = useClockText()
  const columns: Column<Stream>[] = [
    {
      key: 'name',
      title: t('sync.centre.stream.column.name'),
      render: ({ name, device, forked }) => (
        <>
          <strong title={device}>{name}</strong> {forked && <span className="conflict-mark">{t('sync.centre.stream.forked')}</span>}
        </>
      ),
    },
    {
      key: 'last',
      title: t('sync.centre.stream.column.last'),
      align: 'right',
      render: ({ last }) => <span className="number">{last}</span>,
    },
    { key: 'missing', title: t('sync.centre.stream.column.missing'), grow: true, render: ({ missing }) => <Missing missing={missing} /> },
    {
      key: 'created',
      title: t('sync.centre.stream.column.created'),
      render: ({ created }) => <span className="number">{minuteOf(created)}</span>,
    },
    { key: 'clock', title: t('sync.centre.stream.column.clock'), render: ({ clockOffset }) => clockText(clockOffset) },
  ]
  return (
    <Panel title={t('sync.centre.stream.title')} name="streams">
      {streams.length === 0 ? (
        <EmptyState icon={<ClusterOutlined />} title={t('sync.centre.stream.none')}>
          {t('sync.centre.stream.noneText')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('sync.centre.stream.label')}
          columns={columns}
          rows={streams}
          keyOf={({ device, epoch }) => `${device} ${epoch}`}
        />
      )}
      {streams.some(({ missing }) => missing.length > 0) && <p className="quiet stream-asks">{t('sync.centre.stream.asks')}</p>}
    </Panel>
  )
}

function Missing({ missing }: Pick<Stream, 'missing'>) {
  const t = useWords()
  if (missing.length === 0) return <span className="quiet">{t('sync.centre.stream.complete')}</span>
  return (
    <span className="sync-waiting">
      {t('sync.centre.stream.missing', { list: missing.slice(0, SHOWN_MISSING).join(', ') })}
      {missing.length > SHOWN_MISSING && ` … ${t('sync.centre.stream.more', { n: missing.length })}`}
    </span>
  )
}
