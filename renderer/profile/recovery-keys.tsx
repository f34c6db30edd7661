import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import { Refused, useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { store } from './store'

/** Keys against the loss of all supervisors' laptops: public halves only, the private ones lie in a safe. */
export function RecoveryKeys({ recipients }: { readonly recipients: readonly string[] }) {
  const t = useWords()
  const { done } = useFeedback()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const set = async (keys: string[], said: string): Promise<void> => {
    const answer = await store.call('trust.setRecovery', { recipients: keys })
    setProblems(answer.ok ? [] : answer.problems)
    if (!answer.ok) return
    setTyped('')
    done(said)
  }
  return (
    <Panel title={t('profile.trust.recovery.title')} name="recovery">
      <p>{t('profile.trust.recovery.text')}</p>
      {recipients.length === 0 && <Alert type="warning" showIcon title={t('profile.trust.recovery.none')} />}
      <ul className="recovery-keys">
        {recipients.map((key) => (
          <li key={key} data-recovery={key}>
            <code className="breakable">{key}</code>
            <Button
              size="small"
              aria-label={t('profile.trust.recovery.removeOf', { key: key.slice(0, 12) })}
              onClick={() =>
                void set(
                  recipients.filter((one) => one !== key),
                  t('profile.trust.recovery.removed'),
                )
              }
            >
              {t('profile.trust.recovery.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Refused problems={problems} />
      <form
        className="recovery-add"
        onSubmit={(event) => {
          event.preventDefault()
          void set([...recipients, typed.trim()], t('profile.trust.recovery.added'))
        }}
      >
        <label htmlFor={id}>{t('profile.trust.recovery.label')}</label>
        <Input id={id} data-field="/recovery" value={typed} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
        <Button htmlType="submit" disabled={typed.trim() === ''} data-action="add-recovery">
          {t('profile.trust.recovery.add')}
        </Button>
      </form>
    </Panel>
  )
}
