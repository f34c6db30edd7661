import { FolderOpenOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import type { Problem } from '#shared/kernel/result'
import type { profileContract } from '#shared/profile/profile-contract'
import { Refused, useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { store } from './store'

type Preview = OutputOf<(typeof profileContract)['profile.readCard']> & { readonly text: string }

interface AddProps {
  readonly isSupervisor: boolean
  /** A supervisor without a list of his own joins that of another one. */
  readonly joins: boolean
}

/** Another device's card: read, shown with its fingerprint, and trusted only when a person has compared it. */
export function AddCard({ isSupervisor, joins }: AddProps) {
  const t = useWords()
  const { done } = useFeedback()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const refuse = (found: readonly Problem[]): void => {
    setPreview(null)
    setProblems(found)
  }
  const choose = async (): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseOpen', { kind: 'card' })
    if (!chosen.ok || chosen.value === null) return
    const text = await window.bridge.shell('files.readCard', { file: chosen.value })
    if (!text.ok) return refuse(text.problems)
    const read = await store.call('profile.readCard', { text: text.value })
    if (!read.ok) return refuse(read.problems)
    setProblems([])
    setPreview({ ...read.value, text: text.value })
  }
  const admit = async ({ text, card }: Preview): Promise<void> => {
    const answer = await store.call('profile.admitCard', { text })
    if (!answer.ok) return refuse(answer.problems)
    setPreview(null)
    done(t('profile.devices.admitted', { name: card.name }))
  }
  return (
    <Panel title={t(joins ? 'profile.trust.join.title' : 'profile.devices.add')} name="add-card">
      <p>{t(joins ? 'profile.trust.join.text' : 'profile.devices.addText')}</p>
      <Refused problems={problems} />
      {preview === null ? (
        <Button type="primary" icon={<FolderOpenOutlined />} data-action="choose-card" onClick={() => void choose()}>
          {t('profile.devices.choose')}
        </Button>
      ) : (
        <CardPreview
          preview={preview}
          isSupervisor={isSupervisor && !joins}
          onAdmit={() => void admit(preview)}
          onDiscard={() => setPreview(null)}
        />
      )}
    </Panel>
  )
}

interface PreviewProps {
  readonly preview: Preview
  readonly isSupervisor: boolean
  readonly onAdmit: () => void
  readonly onDiscard: () => void
}

function CardPreview({ preview: { card, fingerprint, known }, isSupervisor, onAdmit, onDiscard }: PreviewProps) {
  const t = useWords()
  const placeName = usePlaceName()
  return (
    <div className="card-preview" data-result="card" aria-live="polite">
      <h3>{t('profile.devices.preview')}</h3>
      <p>
        <strong>{card.name}</strong>{' '}
        {[t(`profile.role.${card.role}`), card.org, placeName(card.region)].filter((part) => part !== '').join(' · ')}
      </p>
      <p className="fingerprint" data-fingerprint={fingerprint.digits}>
        {fingerprint.digits}
      </p>
      <p>{t('profile.devices.previewText')}</p>
      {known && <Alert type="info" showIcon title={t('profile.devices.known')} />}
      <div className="button-row">
        <Button type="primary" data-action="admit-card" onClick={onAdmit}>
          {t(isSupervisor ? 'profile.devices.admitSupervisor' : 'profile.devices.admitInspector')}
        </Button>
        <Button data-action="discard-card" onClick={onDiscard}>
          {t('profile.devices.discard')}
        </Button>
      </div>
    </div>
  )
}
