import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import type { TrustedDevice } from '#shared/profile/trust-contract'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { store } from './store'

type End = 'revoked' | 'lost'
const ends = ['revoked', 'lost'] as const satisfies readonly End[]

/** 停用, 挂失: what it means, why, and no way back but a new card. */
export function EndTrust({ device, onClose }: { readonly device: TrustedDevice; readonly onClose: () => void }) {
  const t = useWords()
  const { done, refused } = useFeedback()
  const id = useId()
  const [state, setState] = useState<End>('revoked')
  const [why, setWhy] = useState('')
  const { name } = device
  const end = async (): Promise<void> => {
    const answer = await store.call('trust.revoke', { device: device.id, state, why })
    if (!answer.ok) return refused(answer.problems)
    done(t(`profile.trust.end.done.${state}`, { name }))
    onClose()
  }
  return (
    <Modal
      open
      title={t('profile.trust.end.title', { name })}
      okText={t(`profile.trust.end.action.${state}`)}
      cancelText={t('kernel.cancel')}
      okButtonProps={{ danger: true, disabled: why.trim() === '' }}
      onOk={() => void end()}
      onCancel={onClose}
    >
      <p>{t('profile.trust.end.text')}</p>
      <fieldset className="end-kind">
        <legend>{t('profile.trust.end.kind')}</legend>
        <Radio.Group
          vertical
          value={state}
          data-field="/state"
          options={ends.map((value) => ({ value, label: t(`profile.trust.end.${value}`) }))}
          onChange={(event) => setState(event.target.value === 'lost' ? 'lost' : 'revoked')}
        />
      </fieldset>
      {state === 'lost' && <p>{t('profile.trust.end.lostText')}</p>}
      <label htmlFor={id}>{t('profile.trust.end.why')}</label>
      <Input.TextArea
        id={id}
        data-field="/reason"
        autoSize={{ minRows: 2 }}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
    </Modal>
  )
}
