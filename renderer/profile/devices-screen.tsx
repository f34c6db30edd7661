import { IdcardOutlined, SaveOutlined, TeamOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import { CopyButton } from '../kernel/copy-button'
import { EmptyState } from '../kernel/empty-state'
import { Refused, useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { AddCard } from './add-card'
import { DeviceTable } from './device-table'
import { store } from './store'

/** Who may send to whom: this device's card, the cards of others, and the supervisor's trust list. */
export function DevicesScreen() {
  const t = useWords()
  const { data: info } = useQuery(store.ask('profile.info', {}))
  const { data: trust } = useQuery(store.ask('profile.getTrust', {}))
  if (info === undefined || trust === undefined) return null
  const isSupervisor = info.role === 'supervisor'
  const founded = !isSupervisor || trust.initialised
  const lead = t(isSupervisor ? 'profile.devices.leadSupervisor' : 'profile.devices.leadInspector')
  return (
    <Page screen="devices" title={t('profile.devices.title')} lead={info.demo ? `${lead} ${t('profile.devices.demo')}` : lead}>
      {!founded && <FoundTrust />}
      <div className="two-columns">
        <MyCard />
        {founded && <AddCard isSupervisor={isSupervisor} />}
      </div>
      <Known list={trust.initialised ? trust.list : null} />
    </Page>
  )
}

/** The devices this one knows, with the version of the trust list when there is one. */
function Known({ list }: { readonly list: number | null }) {
  const t = useWords()
  const { data: devices = [] } = useQuery(store.ask('profile.listDevices', {}))
  const version = list === null ? undefined : <span className="quiet">{t('profile.devices.trust', { list })}</span>
  return (
    <Panel title={t('profile.devices.list')} name="devices" extra={version}>
      {devices.length > 1 ? (
        <DeviceTable devices={devices} />
      ) : (
        <EmptyState icon={<TeamOutlined />} title={t('profile.devices.alone')}>
          {t('profile.devices.aloneText')}
        </EmptyState>
      )}
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
