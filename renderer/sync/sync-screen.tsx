import { ImportOutlined, InboxOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { BatchTable } from './batch-table'
import { MakeBatch } from './make-batch'
import { store } from './store'

interface SyncScreenProps {
  /** How records of any feature look in a list; `app/` knows them all. */
  readonly renderRecords: (records: readonly RecordSummary[]) => ReactNode
}

/** Where everything is: still here only, on its way, or received; and the way to send it. */
export function SyncScreen({ renderRecords }: SyncScreenProps) {
  const t = useWords()
  const { data: status } = useQuery(store.ask('sync.status', {}))
  const { data: batches = [] } = useQuery(store.ask('sync.listBatches', {}))
  if (status === undefined) return null
  const importAction = (
    <Link to="/import">
      <Button icon={<ImportOutlined />} tabIndex={-1}>
        {t('sync.importAction')}
      </Button>
    </Link>
  )
  return (
    <Page screen="sync" title={t('sync.title')} lead={t('sync.lead')} actions={importAction}>
      <ul className="tiles" aria-label={t('sync.title')}>
        {(['toPack', 'packed', 'received'] as const).map((where) => (
          <li key={where} className="tile" data-tile={where}>
            <span className="tile-number">{status[where]}</span>
            <span className="tile-name">{t(`sync.where.${where}`)}</span>
            <span className="quiet">{t(`sync.whereHint.${where}`)}</span>
          </li>
        ))}
      </ul>
      {status.recipients.length === 0 ? <NoRecipient /> : <MakeBatch status={status} />}
      <Panel title={t('sync.batches')} name="batches">
        {batches.length === 0 ? (
          <EmptyState icon={<InboxOutlined />} title={t('sync.noBatches')}>
            {t('sync.noBatchesText')}
          </EmptyState>
        ) : (
          <BatchTable batches={batches} />
        )}
      </Panel>
      {status.newest.length > 0 && (
        <Panel title={t('sync.records')} name="records">
          {renderRecords(status.newest)}
        </Panel>
      )}
    </Page>
  )
}

function NoRecipient() {
  const t = useWords()
  const action = (
    <Link to="/devices">
      <Button type="primary" tabIndex={-1}>
        {t('sync.toDevices')}
      </Button>
    </Link>
  )
  return (
    <Panel title={t('sync.recipients')} name="recipients">
      <EmptyState icon={<InboxOutlined />} title={t('sync.noRecipient')} action={action}>
        {t('sync.noRecipientText')}
      </EmptyState>
    </Panel>
  )
}
