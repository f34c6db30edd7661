import './sync.css'
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
import { ImportOutcome } from './import-outcome'
import { ImportRefused } from './import-refused'
import { MassChangeQuestion, massChangeOf } from './mass-change'
import { store } from './store'
import { useLongWork } from './use-long-work'

export interface ImportScreenProps {
  readonly isSupervisor: boolean
  /** The link to a record of any feature. */
  readonly renderLink: (record: RecordSummary) => ReactNode
}

type Outcome =
  | { readonly file: string; readonly reports: readonly ImportReport[] }
  | { readonly file: string; readonly problems: readonly Problem[] }

type Taking = { readonly leaveOut: string[]; readonly massChange: boolean }

/** 导入: choose a file, see what it would bring, leave out what shall not count, accept. Nothing is written before the last step. */
export function ImportScreen(props: ImportScreenProps) {
  const t = useWords()
  const { running, run, cancel } = useLongWork()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [applying, setApplying] = useState(false)
  const show = (file: string, answer: { ok: true; value: ImportReport[] } | { ok: false; problems: readonly Problem[] }): void =>
    setOutcome(answer.ok ? { file, reports: answer.value } : { file, problems: answer.problems })
  const rehearse = async (file: string): Promise<void> => {
    setApplying(false)
    show(file, await run((options) => store.call('sync.rehearse', { file }, options), true))
  }
  const take = async (file: string, taking: Taking): Promise<void> => {
    setApplying(true)
    show(file, await run((options) => store.call('sync.import', { file, ...taking }, options)))
  }
  const choose = async (): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseOpen', { kind: 'bundle' })
    if (chosen.ok && chosen.value !== null) await rehearse(chosen.value)
  }
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
      {running === null && outcome !== null && <Told key={outcome.file} {...props} outcome={outcome} onTake={take} />}
      {running === null && <FilePlace onChoose={() => void choose()} onFile={(file) => void rehearse(file)} />}
    </Page>
  )
}

interface ToldProps extends ImportScreenProps {
  readonly outcome: Outcome
  readonly onTake: (file: string, taking: Taking) => Promise<void>
}

/** What came of it; and the second question when it would change very much of what is here. */
function Told({ outcome, onTake, ...props }: ToldProps) {
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  if ('problems' in outcome) return <ImportRefused problems={outcome.problems} />
  const { file, reports } = outcome
  const much = massChangeOf(reports)
  const take = (massChange: boolean): void => void onTake(file, { leaveOut: [...leaveOut], massChange })
  const toggle = (id: string): void =>
    setLeaveOut((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <>
      <ImportOutcome
        {...props}
        reports={reports}
        leaveOut={leaveOut}
        onToggle={toggle}
        onAccept={() => (much === null ? take(false) : setAsking(true))}
      />
      {much !== null && (
        <MassChangeQuestion
          open={asking}
          {...much}
          from={[...new Set(reports.map(({ from }) => from))].join(' / ')}
          onYes={() => take(true)}
          onNo={() => setAsking(false)}
        />
      )}
    </>
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
