import { Alert, Button } from 'antd'
import { useFeedback } from '../kernel/feedback'
import { dayOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import type { Trust } from './known-devices'
import { store } from './store'

/** From this many days before it, expiry is announced. */
const NOTICE_DAYS = 30
const DAY_MS = 86_400_000

/** Yellow, never a lock-out: the list has expired, or soon will. */
export function ExpiryBanner({ trust: { expires, expired, admin }, now }: { readonly trust: Trust; readonly now: Date }) {
  const t = useWords()
  const { done, refused } = useFeedback()
  if (expires === null || (!expired && Date.parse(expires) - now.getTime() > NOTICE_DAYS * DAY_MS)) return null
  const renew = async (): Promise<void> => {
    const answer = await store.call('trust.renew', {})
    if (answer.ok) done(t('profile.trust.renewed', { on: dayOf(answer.value.expires) }))
    else refused(answer.problems)
  }
  const which = expired ? 'expired' : 'expiresSoon'
  return (
    <Alert
      className="view-alert"
      type="warning"
      showIcon
      data-result={which}
      title={t(`profile.trust.${which}`, { on: dayOf(expires) })}
      description={t(`profile.trust.${which}Text`)}
      action={
        admin && (
          <Button data-action="renew" onClick={() => void renew()}>
            {t('profile.trust.renew')}
          </Button>
        )
      }
    />
  )
}
