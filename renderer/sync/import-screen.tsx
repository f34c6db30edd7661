import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { RecordSummary } from '#shared/kernel/record-contract'
import type { Problem } from '#shared/kernel/result'
import type { ImportReport } from '#shared/sync/sync-contract'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { ProgressCard } from '../kernel/progress-card'
import { useDrop } from '../kernel/use-drop'
import { ImportRefused } from './import-refused'
import { ImportReports } from './import-reports'
import { store } from './store'
import { useLongWork } from './use-long-work'

export interface ImportScreenProps {
  /** The link to a record of any feature. */
  readonly renderLink: (record: RecordSummary) => ReactNode
}

type Outcome =
  | { readonly file: string; readonly reports: readonly ImportReport[] }
  | { readonly file: string; readonly problems: readonly Problem[] }

/** 导入: choose a file, see what it would bring, accept. Nothing is written before the last step. */
export function ImportScreen({ renderLink }: ImportScreenProps) {
  const t = useWords()
  const { running, run, cancel } = useLongWork()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [applying, setApplying] = useState(false)
  const open = async (file: string, apply: boolean): Promise<void> => {
    setApplying(apply)
    const answer = await run((options) => store.call(apply ? 'sync.import' : 'sync.rehearse', { file }, options), !apply)
    setOutcome(answer.ok ? { file, reports: answer.value } : { file, problems: answer.problems })
  }
  const choose = async (): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseOpen', { kind: 'bundle' })
    if (chosen.ok && chosen.value !== null) await open(chosen.value, false)
  }
  const start = <FilePlace onChoose={() => void choose()} onFile={(file) => void open(file, false)} />
  return (
    <Page screen="import" title={t('sync.import.title')} lead={t('sync.import.lead')}>
      {running !== null && (
        <ProgressCard
          title={t(applying ? 'sync.import.importing' : 'sync.import.rehearsing')}
          stage={t(`sync.import.stage.${(running.progress?.stage ?? 'verify') as 'verify'}`)}
          progress={running.progress}
          onCancel={cancel}
        />
      )}
      {running === null && outcome === null && start}
      {running === null && outcome !== null && (
        <>
          {'problems' in outcome ? (
            <ImportRefused problems={outcome.problems} />
          ) : (
            <ImportReports reports={outcome.reports} renderLink={renderLink} onAccept={() => void open(outcome.file, true)} />
          )}
          {start}
        </>
      )}
    </Page>
  )
}

function FilePlace({ onChoose, onFile }: { readonly onChoose: () => void; readonly onFile: (file: string) => void }) {
  const t = useWords()
  const { over, handlers } = useDrop(([file]) => {
    const path = window.bridge.pathOf(file)
    if (path !== '') onFile(path)
  })
  return (
    <section className="file-place" aria-label={t('sync.import.drop')} data-over={over} {...handlers}>
      <InboxOutlined className="file-place-icon" aria-hidden />
      <p className="empty-title">{t('sync.import.drop')}</p>
      <p className="empty-text">{t('sync.import.dropText')}</p>
      <Button type="primary" size="large" icon={<FolderOpenOutlined />} data-action="choose-bundle" onClick={onChoose}>
        {t('sync.import.choose')}
      </Button>
    </section>
  )
}
