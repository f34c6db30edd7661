import { CheckCircleFilled } from '@ant-design/icons'
import type { BatchRow } from '#shared/sync/sync-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'

/** Every batch that left this device or came to it. */
export function BatchTable({ batches }: { readonly batches: readonly BatchRow[] }) {
  const t = useWords()
  const columns: Column<BatchRow>[] = [
    { key: 'direction', title: t('sync.column.direction'), render: ({ direction }) => t(`sync.direction.${direction}`) },
    { key: 'seq', title: t('sync.column.seq'), align: 'right', render: ({ seq }) => <span className="number">{seq}</span> },
    { key: 'who', title: t('sync.column.who'), render: ({ name }) => name },
    { key: 'created', title: t('sync.column.created'), render: ({ created }) => <span className="number">{minuteOf(created)}</span> },
    { key: 'records', title: t('sync.column.records'), align: 'right', render: ({ records }) => records },
    { key: 'photos', title: t('sync.column.photos'), align: 'right', render: ({ attachments }) => attachments },
    {
      key: 'file',
      title: t('sync.column.file'),
      grow: true,
      render: ({ file, head }) => (
        <span className="file-name" title={`${file}\n${head}`}>
          {file.split(/[\\/]/).at(-1)}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('sync.column.state'),
      render: ({ direction, received }) => {
        if (direction === 'in') return '/'
        return received ? (
          <span className="code-good">
            <CheckCircleFilled aria-hidden /> {t('sync.receipt')}
          </span>
        ) : (
          <span className="quiet">{t('sync.noReceipt')}</span>
        )
      },
    },
  ]
  return <DataTable label={t('sync.batchesLabel')} columns={columns} rows={batches} keyOf={({ head }) => head} />
}
