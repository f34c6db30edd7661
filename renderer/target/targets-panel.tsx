import './target.css'
import { CloudServerOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { TargetRow } from '#shared/target/target-contract'
import { EmptyState } from '../kernel/empty-state'
import { useFeedback } from '../kernel/feedback'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { Findings } from './findings'
import { store } from './store'
import { TargetDrawer } from './target-drawer'

interface PanelProps {
  readonly targets: readonly TargetRow[]
  readonly busy: boolean
  readonly onExchange: (target: TargetRow) => void
}

/** The storage places of this device: what waits for each, how it behaves, and the exchange with it. */
export function TargetsPanel({ targets, busy, onExchange }: PanelProps) {
  const t = useWords()
  const [adding, setAdding] = useState(false)
  const add = (
    <Button icon={<PlusOutlined />} data-action="add-target" onClick={() => setAdding(true)}>
      {t('target.add')}
    </Button>
  )
  return (
    <Panel title={t('target.title')} name="targets" extra={targets.length > 0 ? add : undefined}>
      {targets.length === 0 ? (
        <EmptyState icon={<CloudServerOutlined />} title={t('target.none')} action={add}>
          {t('target.noneText')}
        </EmptyState>
      ) : (
        <>
          <p className="quiet">{t('target.lead')}</p>
          <ul className="target-list" aria-label={t('target.label')}>
            {targets.map((target) => (
              <TargetItem key={target.id} target={target} busy={busy} onExchange={() => onExchange(target)} />
            ))}
          </ul>
        </>
      )}
      {adding && <TargetDrawer onClose={() => setAdding(false)} />}
    </Panel>
  )
}

const whereIs = ({ settings }: TargetRow): string => {
  if (settings.kind === 'folder') return settings.path
  return settings.kind === 'webdav' ? settings.url : `${settings.endpoint} · ${settings.bucket}`
}

function TargetItem({ target, busy, onExchange }: { readonly target: TargetRow; readonly busy: boolean; readonly onExchange: () => void }) {
  const t = useWords()
  const { done, refused } = useFeedback()
  const [probing, setProbing] = useState(false)
  const { id, settings, waiting, lastExchange } = target
  const { name, kind } = settings
  const probe = async (): Promise<void> => {
    setProbing(true)
    const answer = await store.call('target.probe', { id })
    setProbing(false)
    if (answer.ok) done(t('target.probed', { name }))
    else refused(answer.problems)
  }
  const remove = async (): Promise<void> => {
    const answer = await store.call('target.remove', { id })
    if (answer.ok) done(t('target.removed', { name }))
    else refused(answer.problems)
  }
  return (
    <li data-target={name}>
      <div className="target-head">
        <div>
          <strong>{name}</strong> <span className="outcome">{t(`target.kind.${kind}`)}</span>
          <span className="quiet target-fact breakable">{whereIs(target)}</span>
          <span className="quiet target-fact">
            {waiting > 0 ? t('target.waiting', { n: waiting }) : t('target.nothingWaiting')} ·{' '}
            {lastExchange === null ? t('target.never') : t('target.lastExchange', { at: minuteOf(lastExchange) })}
          </span>
        </div>
        <fieldset className="target-tools">
          <legend className="unseen">{t('target.tools', { name })}</legend>
          <Button data-action="exchange" disabled={busy} onClick={onExchange}>
            {t('target.exchange')}
          </Button>
          <Button type="text" data-action="probe" loading={probing} onClick={() => void probe()}>
            {t('target.probe')}
          </Button>
          <Popconfirm
            title={t('target.removeSure', { name })}
            okText={t('target.remove')}
            cancelText={t('kernel.cancel')}
            onConfirm={() => void remove()}
          >
            <Button type="text" data-action="remove-target">
              {t('target.remove')}
            </Button>
          </Popconfirm>
        </fieldset>
      </div>
      <Findings target={target} />
    </li>
  )
}
