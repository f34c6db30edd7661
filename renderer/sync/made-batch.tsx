import { CheckCircleFilled, FolderOpenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { MadeBatch } from '#shared/sync/sync-contract'
import { CopyButton } from '../kernel/copy-button'
import { bytesInWords, shortHash } from '../kernel/format'
import { useWords } from '../kernel/i18n'

/** What was written, and what to do with it. */
export function Made({ made }: { readonly made: MadeBatch }) {
  const t = useWords()
  const [file = ''] = made.files
  const facts = [
    ['file', made.files.join(', ')],
    ['size', bytesInWords(made.bytes)],
    ['seq', String(made.seq)],
    ['records', String(made.records)],
    ['photos', String(made.attachments)],
  ] as const
  return (
    <div className="result" data-result="made" aria-live="polite">
      <p className="result-title">
        <CheckCircleFilled aria-hidden /> {t('sync.made')}
      </p>
      <p>{t('sync.madeText')}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact" data-span={name === 'file' ? 'full' : 'third'}>
            <dt>{t(`sync.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className="fact" data-span="third">
          <dt>{t('sync.fact.head')}</dt>
          <dd>
            <code title={made.head}>{shortHash(made.head)}</code> <CopyButton text={made.head} label={t('sync.copyHead')} />
          </dd>
        </div>
      </dl>
      <Button icon={<FolderOpenOutlined />} data-action="reveal" onClick={() => void window.bridge.shell('files.reveal', { file })}>
        {t('sync.reveal')}
      </Button>
    </div>
  )
}
