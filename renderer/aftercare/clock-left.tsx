import './aftercare.css'
import { CalendarOutlined, CheckOutlined, ClockCircleOutlined, LockOutlined, WarningFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { CaseClock } from '#shared/aftercare/aftercare-contract'
import { useWords } from '../kernel/i18n'

type Clock = Pick<CaseClock, 'standing' | 'daysLeft' | 'kind' | 'due' | 'about'>
type Look = CaseClock['standing'] | 'unknown' | 'retention' | 'lapsed'

const icons: Readonly<Record<Look, ReactNode>> = {
  overdue: <WarningFilled />,
  dueThisWeek: <ClockCircleOutlined />,
  running: <CalendarOutlined />,
  done: <CheckOutlined />,
  doneLate: <WarningFilled />,
  frozen: <LockOutlined />,
  unknown: <WarningFilled />,
  retention: <LockOutlined />,
  lapsed: <CheckOutlined />,
}

const isOver = ({ standing }: Clock): boolean => standing === 'done' || standing === 'doneLate'

/** A clock about a recipient is a right of that recipient, not a duty of the bureau: it lapses, and is never done late. */
function lookOf(clock: Clock): Look {
  const { standing, kind, due, about } = clock
  if (due === null && standing === 'running') return 'unknown'
  if (kind === 'retention' && !isOver(clock)) return 'retention'
  return standing === 'doneLate' && about !== '' ? 'lapsed' : standing
}

/** How a clock stands: a sign and words, the colour only repeats them. */
export function ClockLeft({ clock }: { readonly clock: Clock }) {
  const look = lookOf(clock)
  const words = useLeftWords(clock, look)
  return (
    <span className="clock-left" data-standing={look}>
      <span aria-hidden>{icons[look]}</span>
      {words}
    </span>
  )
}

function useLeftWords({ daysLeft, due, about }: Clock, look: Look): string {
  const t = useWords()
  const n = daysLeft ?? 0
  if (look === 'retention') return t('aftercare.left.retention', { day: due ?? '' })
  if (look === 'overdue') return t(about === '' ? 'aftercare.left.overdue' : 'aftercare.left.lapsedDays', { n: -n })
  if (look === 'dueThisWeek') return n === 0 ? t('aftercare.left.today') : t('aftercare.left.week', { n })
  return look === 'running' ? t('aftercare.left.running', { n }) : t(`aftercare.left.${look}`)
}
