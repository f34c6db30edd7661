import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { Alarm } from '#shared/sync/centre-contract'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { store as profile } from '../profile/store'
import { store as targets } from '../target/store'

/** Whatever goes on working while somebody looks at it. */
const MILD: ReadonlySet<Alarm['code']> = new Set([
  'gap',
  'trustExpired',
  'clockWrong',
  'sameId',
  'restored',
  'trustForked',
  'trustRolledBack',
])

/** The name a person knows a device or a storage place by. */
function useNameOf(): (about: string) => string {
  const t = useWords()
  const { data: devices = [] } = useQuery(profile.ask('profile.listDevices', {}))
  const { data: places = [] } = useQuery(targets.ask('target.list', {}))
  return (about) => {
    const device = devices.find(({ id }) => id === about)
    if (device?.standing === 'self') return t('sync.alarm.thisDevice')
    return device?.name ?? places.find(({ id }) => id === about)?.settings.name ?? about
  }
}

/** Alarms in plain words: what it is, and what to do. */
export function AlarmsPanel({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const t = useWords()
  const nameOf = useNameOf()
  if (alarms.length === 0) return null
  return (
    <section className="sync-alarms" data-panel="alarms" aria-label={t('sync.alarm.title')}>
      {alarms.map(({ code, about, at }) => (
        <Alert
          key={`${code} ${about} ${at}`}
          type={MILD.has(code) ? 'warning' : 'error'}
          showIcon
          data-alarm={code}
          title={t(`sync.alarm.${code}.is`, { about: nameOf(about) })}
          description={
            <>
              {t(`sync.alarm.${code}.todo`)} <span className="quiet number">{minuteOf(at)}</span>
            </>
          }
        />
      ))}
    </section>
  )
}
