import { SendOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { OutputOf } from '#shared/kernel/contract'
import type { syncContract } from '#shared/sync/sync-contract'
import { Refused } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { Made } from './made-batch'
import type { Packing } from './use-packing'

type Status = OutputOf<(typeof syncContract)['sync.status']>

interface MakeProps {
  readonly status: Status
  readonly packing: Packing
  readonly busy: boolean
}

/** A batch as a file, to be carried any way. */
export function MakeBatch({ status, packing: { pack, made, problems }, busy }: MakeProps) {
  const t = useWords()
  return (
    <Panel title={t('sync.packTitle')} name="pack">
      <p>
        <PackText status={status} />
      </p>
      <p className="quiet">
        {t('sync.recipientsText')} <strong>{status.recipients.map(({ name }) => name).join(' / ')}</strong>
      </p>
      <Refused problems={problems} />
      <div className="button-row">
        <Button icon={<SendOutlined />} disabled={busy || status.linesToPack === 0} data-action="pack" onClick={() => void pack('new')}>
          {t('sync.pack')}
        </Button>
        <Button type="link" disabled={busy} data-action="pack-all" onClick={() => void pack('everything')}>
          {t('sync.packAll')}
        </Button>
      </div>
      {made !== null && <Made made={made} />}
    </Panel>
  )
}

/** What the next batch would carry: sealed records, or only receipts on their way back. */
function PackText({ status: { toPack, linesToPack } }: { readonly status: Status }) {
  const t = useWords()
  if (toPack > 0) return t('sync.packText', { n: toPack })
  return linesToPack > 0 ? t('sync.packReceipts', { n: linesToPack }) : t('sync.packNothing')
}
