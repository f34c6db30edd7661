import { CheckCircleFilled, FolderOpenOutlined, SendOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import type { Problem } from '#shared/kernel/result'
import type { MadeBatch, syncContract } from '#shared/sync/sync-contract'
import { CopyButton } from '../kernel/copy-button'
import { Refused } from '../kernel/feedback'
import { bytesInWords, shortHash } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { ProgressCard } from '../kernel/progress-card'
import { store } from './store'
import { useLongWork } from './use-long-work'

type Status = OutputOf<(typeof syncContract)['sync.status']>

/** 打包: asks where to, writes the batch with progress and a way to stop, and shows what was written. */
export function MakeBatch({ status }: { readonly status: Status }) {
  const t = useWords()
  const { running, run, cancel } = useLongWork()
  const [made, setMade] = useState<MadeBatch | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const pack = async (everything: boolean): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName: status.suggestedName, kind: 'bundle' })
    if (!chosen.ok || chosen.value === null) return
    const to = chosen.value
    setMade(null)
    setProblems([])
    const answer = await run((options) => store.call('sync.makeBatch', { to, everything }, options))
    if (answer.ok) setMade(answer.value)
    else setProblems(answer.problems)
  }
  if (running !== null) {
    const stage = t(`sync.stage.${(running.progress?.stage ?? 'lines') as 'lines'}`)
    return <ProgressCard title={t('sync.packing')} stage={stage} progress={running.progress} onCancel={cancel} />
  }
  return (
    <Panel title={t('sync.pack')} name="pack">
      <p>
        <PackText status={status} />
      </p>
      <p>
        {t('sync.recipientsText')} <strong>{status.recipients.map(({ name }) => name).join(' / ')}</strong>
      </p>
      <Refused problems={problems} />
      <div className="button-row">
        <Button
          type="primary"
          size="large"
          icon={<SendOutlined />}
          disabled={status.linesToPack === 0}
          data-action="pack"
          onClick={() => void pack(false)}
        >
          {t('sync.pack')}
        </Button>
        <Button type="link" data-action="pack-all" onClick={() => void pack(true)}>
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

function Made({ made }: { readonly made: MadeBatch }) {
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
