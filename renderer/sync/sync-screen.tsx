import './sync.css'
import { ImportOutlined, InboxOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '#shared/kernel/contract'
import type { syncContract } from '#shared/sync/sync-contract'
import { faultWords } from '#shared/sync/sync-words'
import { EmptyState } from '../kernel/empty-state'
import { useKnownWord, useLanguage, useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { ProgressCard } from '../kernel/progress-card'
import { store as profile } from '../profile/store'
import { ExchangeReport } from '../target/exchange-report'
import { store as targetStore } from '../target/store'
import { TargetsPanel } from '../target/targets-panel'
import { type Exchange, useExchange } from '../target/use-exchange'
import { AlarmsPanel } from './alarms-panel'
import { BatchTable } from './batch-table'
import { MakeBatch } from './make-batch'
import { type Centre, nextMove } from './next-move'
import { PlaceTiles } from './place-tiles'
import { StatusCard } from './status-card'
import { store } from './store'
import { StreamsPanel } from './streams-panel'
import { type Packing, usePacking } from './use-packing'
import { useUndo } from './use-undo'

type Status = OutputOf<(typeof syncContract)['sync.status']>

interface SyncScreenProps {
  readonly isSupervisor: boolean
}

/** Where everything is: still here only, on its way, or confirmed; and the ways to send it. */
export function SyncScreen(props: SyncScreenProps) {
  const { data: info } = useQuery(profile.ask('profile.info', {}))
  const { data: status } = useQuery(store.ask('sync.status', {}))
  const { data: centre } = useQuery(store.ask('sync.centre', {}))
  if (info === undefined || status === undefined || centre === undefined) return null
  return <Centred {...props} self={info.device} status={status} centre={centre} />
}

interface CentredProps extends SyncScreenProps {
  /** This device: its own stream is not a colleague's. */
  readonly self: string
  readonly status: Status
  readonly centre: Centre
}

function Centred({ status, centre, isSupervisor, self }: CentredProps) {
  const t = useWords()
  const { data: targets = [] } = useQuery(targetStore.ask('target.list', {}))
  const packing = usePacking(status.suggestedName)
  const exchange = useExchange()
  const { recipients, linesToPack } = status
  const move = nextMove({ centre, recipients: recipients.length, linesToPack, targets: targets.length, isSupervisor })
  const importAction = (
    <Link to="/import">
      <Button icon={<ImportOutlined />} tabIndex={-1}>
        {t('sync.importAction')}
      </Button>
    </Link>
  )
  const busy = packing.running !== null || exchange.running !== null
  return (
    <Page screen="sync" title={t('sync.title')} lead={t('sync.lead')} actions={importAction}>
      {busy ? (
        <UnderWay packing={packing} exchange={exchange} />
      ) : (
        <StatusCard
          centre={centre}
          move={move}
          onPack={() => void packing.pack('unconfirmed')}
          onExchange={() => void exchange.exchange(targets)}
        />
      )}
      <Reports exchange={exchange} centre={centre} />
      <AlarmsPanel alarms={centre.alarms} />
      <PlaceTiles centre={centre} />
      <div className="two-columns">
        <TargetsPanel targets={targets} busy={busy} onExchange={(target) => void exchange.exchange([target])} />
        {recipients.length > 0 && <MakeBatch status={status} packing={packing} busy={busy} />}
      </div>
      <StreamsPanel streams={centre.streams.filter(({ device }) => device !== self)} />
      <Batches isSupervisor={isSupervisor} />
    </Page>
  )
}

/** Packing or exchanging: what is being done, how far it is, and a way out. */
function UnderWay({ packing, exchange }: { readonly packing: Packing; readonly exchange: Exchange }) {
  const t = useWords()
  const word = useKnownWord()
  if (packing.running !== null) {
    const stage = t(`sync.stage.${(packing.running.progress?.stage ?? 'lines') as 'lines'}`)
    return <ProgressCard title={t('sync.packing')} stage={stage} progress={packing.running.progress} onCancel={packing.cancel} />
  }
  const { name = '', progress = null } = exchange.running ?? {}
  const stage = word(`target.stage.${progress?.stage ?? ''}`) ?? t('target.under')
  return <ProgressCard title={t('target.exchanging', { name })} stage={stage} progress={progress} onCancel={exchange.cancel} />
}

/** What is wrong with a batch, in words, where it is one of the faults of a bundle. */
const faultIn = (code: string) => Object.entries(faultWords).find(([known]) => known === code)?.[1]

function Reports({ exchange: { exchanged, exchange }, centre }: { readonly exchange: Exchange; readonly centre: Centre }) {
  const t = useWords()
  const language = useLanguage()
  const nameOf = (device: string): string => centre.streams.find((stream) => stream.device === device)?.name ?? device
  const whyOf = (code: string): string => (code === 'massChange' ? t('target.report.massChange') : (faultIn(code)?.[language] ?? code))
  return exchanged.map((one) => (
    <ExchangeReport
      key={one.target.id}
      exchanged={one}
      nameOf={nameOf}
      whyOf={whyOf}
      onMassChange={() => void exchange([one.target], true)}
    />
  ))
}

function Batches({ isSupervisor }: { readonly isSupervisor: boolean }) {
  const t = useWords()
  const undo = useUndo()
  const { data: batches = [] } = useQuery(store.ask('sync.listBatches', {}))
  return (
    <Panel title={t('sync.batches')} name="batches">
      {batches.length === 0 ? (
        <EmptyState icon={<InboxOutlined />} title={t('sync.noBatches')}>
          {t('sync.noBatchesText')}
        </EmptyState>
      ) : (
        <BatchTable batches={batches} undo={isSupervisor ? undo : null} />
      )}
      {undo.dialog}
    </Panel>
  )
}
