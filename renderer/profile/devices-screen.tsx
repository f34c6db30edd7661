import './devices.css'
import { IdcardOutlined, SaveOutlined, TeamOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import type { Problem } from '#shared/kernel/result'
import type { ProfileInfo, profileContract } from '#shared/profile/profile-contract'
import type { TrustedDevice } from '#shared/profile/trust-contract'
import { CopyButton } from '../kernel/copy-button'
import { EmptyState } from '../kernel/empty-state'
import { Refused, useFeedback } from '../kernel/feedback'
import { dayOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { AddCard } from './add-card'
import { DeviceTable } from './device-table'
import { EndTrust } from './end-trust'
import { ExpiryBanner } from './expiry-banner'
import { KeptBatches } from './kept-batches'
import { type Trust, useDevices } from './known-devices'
import { RecoveryKeys } from './recovery-keys'
import { store } from './store'

/** Who may send to whom: this device's card, the cards of others, and the organisation's trust list. */
export function DevicesScreen() {
  const { data: info } = useQuery(store.ask('profile.info', {}))
  const { data: trust } = useQuery(store.ask('profile.getTrust', {}))
  const { data: shown } = useQuery(store.ask('trust.show', {}))
  if (info === undefined || trust === undefined) return null
  return <Devices info={info} founding={trust} trust={shown} />
}

interface DevicesProps {
  readonly info: ProfileInfo
  readonly founding: OutputOf<(typeof profileContract)['profile.getTrust']>
  /** Not known while it is being read. */
  readonly trust: Trust | undefined
}

function Devices({ info: { role, demo }, founding: { initialised, list }, trust }: DevicesProps) {
  const t = useWords()
  const addCard = useRef<HTMLDivElement>(null)
  const isSupervisor = role === 'supervisor'
  const founded = !isSupervisor || initialised
  const lead = t(isSupervisor ? 'profile.devices.leadSupervisor' : 'profile.devices.leadInspector')
  const goToCard = (): void => {
    addCard.current?.scrollIntoView({ block: 'center' })
    addCard.current?.querySelector('button')?.focus()
  }
  return (
    <Page screen="devices" wide title={t('profile.devices.title')} lead={demo ? `${lead} ${t('profile.devices.demo')}` : lead}>
      {trust !== undefined && <Pending trust={trust} onAdmit={goToCard} />}
      {!founded && <FoundTrust />}
      <div className="two-columns">
        <MyCard />
        <div ref={addCard}>
          <AddCard joins={!founded} isSupervisor={isSupervisor} />
        </div>
      </div>
      <Known trust={trust} list={initialised ? list : null} />
      {trust?.admin === true && <RecoveryKeys recipients={trust.recovery} />}
    </Page>
  )
}

/** What waits for somebody to act: the list that ends, and batches that came from nobody known. */
function Pending({ trust, onAdmit }: { readonly trust: Trust; readonly onAdmit: () => void }) {
  const [now] = useState(() => new Date())
  return (
    <>
      <ExpiryBanner trust={trust} now={now} />
      <KeptBatches kept={trust.kept} onAdmit={onAdmit} />
    </>
  )
}

/** The devices this one knows and those of the trust list, with its version and how long it is valid. */
function Known({ trust, list }: { readonly trust: Trust | undefined; readonly list: number | null }) {
  const t = useWords()
  const devices = useDevices(trust)
  const [ending, setEnding] = useState<TrustedDevice | null>(null)
  const valid = trust?.expires == null ? '' : ` · ${t('profile.trust.validTo', { on: dayOf(trust.expires) })}`
  const version = list === null ? undefined : <span className="quiet">{`${t('profile.devices.trust', { list })}${valid}`}</span>
  return (
    <Panel title={t('profile.devices.list')} name="devices" extra={version}>
      {devices.length > 1 ? (
        <DeviceTable devices={devices} onEnd={trust?.admin === true ? setEnding : null} />
      ) : (
        <EmptyState icon={<TeamOutlined />} title={t('profile.devices.alone')}>
          {t('profile.devices.aloneText')}
        </EmptyState>
      )}
      {ending !== null && <EndTrust device={ending} onClose={() => setEnding(null)} />}
    </Panel>
  )
}

function MyCard() {
  const t = useWords()
  const { done } = useFeedback()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const { data: mine } = useQuery(store.ask('profile.getCard', {}))
  if (mine === undefined) return null
  const { card, fingerprint, fileName } = mine
  const save = async (): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName: fileName, kind: 'card' })
    if (!chosen.ok || chosen.value === null) return
    const written = await window.bridge.shell('files.writeCard', { file: chosen.value, text: JSON.stringify(card, null, 2) })
    setProblems(written.ok ? [] : written.problems)
    if (written.ok) done(t('profile.devices.saved', { file: chosen.value }))
  }
  return (
    <Panel title={t('profile.devices.mine')} name="mine">
      <p>
        <IdcardOutlined aria-hidden /> <strong>{card.name}</strong> {t(`profile.role.${card.role}`)} {card.org}
      </p>
      <p>{t('profile.devices.mineText')}</p>
      <p className="fingerprint" data-fingerprint={fingerprint.digits}>
        {fingerprint.digits} <CopyButton text={fingerprint.digits} label={t('profile.devices.copyFingerprint')} />
      </p>
      <Refused problems={problems} />
      <Button icon={<SaveOutlined />} data-action="save-card" onClick={() => void save()}>
        {t('profile.devices.save')}
      </Button>
    </Panel>
  )
}

function FoundTrust() {
  const t = useWords()
  const { done } = useFeedback()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const found = async (): Promise<void> => {
    const answer = await store.call('profile.initTrust', {})
    setProblems(answer.ok ? [] : answer.problems)
    if (answer.ok) done(t('profile.devices.initialised'))
  }
  return (
    <Panel title={t('profile.devices.initTitle')} name="trust">
      <p>{t('profile.devices.initText')}</p>
      <Refused problems={problems} />
      <Button type="primary" data-action="init-trust" onClick={() => void found()}>
        {t('profile.devices.init')}
      </Button>
    </Panel>
  )
}
