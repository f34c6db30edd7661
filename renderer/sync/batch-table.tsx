import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { BatchRow } from '#shared/sync/sync-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import type { Undo } from './use-undo'

interface TableProps {
  readonly batches: readonly BatchRow[]
  /** Supervisors only: leaving a batch of somebody else out, and taking it in again. */
  readonly undo: Undo | null
}

/** Every batch that left this device or came to it. */
export function BatchTable({ batches, undo }: TableProps) {
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
    { key: 'state', title: t('sync.column.state'), render: (batch) => <Standing batch={batch} /> },
  ]
  const tools: Column<BatchRow>[] =
    undo === null ? [] : [{ key: 'tools', title: t('sync.column.tools'), render: (batch) => <Tools batch={batch} undo={undo} /> }]
  return <DataTable label={t('sync.batchesLabel')} columns={[...columns, ...tools]} rows={batches} keyOf={({ head }) => head} />
}

/** Of a batch that came in whether it counts; of one that went out whether its receipt is here. */
function Standing({ batch: { direction, received, standing } }: { readonly batch: BatchRow }) {
  const t = useWords()
  if (standing !== 'counted') return <span className="conflict-mark">{t(`sync.standing.${standing}`)}</span>
  if (direction === 'in') return <span className="quiet">{t('sync.standing.counted')}</span>
  return received ? (
    <span className="code-good">
      <CheckCircleFilled aria-hidden /> {t('sync.receipt')}
    </span>
  ) : (
    <span className="quiet">{t('sync.noReceipt')}</span>
  )
}

function Tools({ batch, undo }: { readonly batch: BatchRow; readonly undo: Undo }) {
  const t = useWords()
  if (batch.direction === 'out' || batch.standing === 'revoked') return null
  return batch.standing === 'counted' ? (
    <Button size="small" data-action="undo-batch" onClick={() => void undo.undo(batch)}>
      {t('sync.undo.begin')}
    </Button>
  ) : (
    <Button size="small" data-action="redo-batch" onClick={() => undo.redo(batch)}>
      {t('sync.undo.redo')}
    </Button>
  )
}
