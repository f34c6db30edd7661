import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../kernel/i18n'
import { checkStates, useCheckStateName } from './check-state'
import { store } from './store'

interface TabsProps {
  /** Null on the list of sheets; a state or `all` on the list of checks. */
  readonly state: string | null
}

/** Two ways to look at the same work: sheets by where their record is, checks by where they stand in the law; with how many there are. */
export function ListTabs({ state }: TabsProps) {
  const t = useWords()
  const nameOf = useCheckStateName()
  const { data: counts } = useQuery(store.ask('spotCheck.countChecks', {}))
  const total = Object.values(counts ?? {}).reduce((sum, n) => sum + n, 0)
  const present = checkStates.filter((one) => (counts?.[one] ?? 0) > 0)
  return (
    <nav className="list-tabs" aria-label={t('spotCheck.check.states')}>
      <Link to="/spot-checks" search={{}} className="list-tab" data-on={state === null} data-tab="sheets">
        {t('spotCheck.check.sheetsTab')}
      </Link>
      <Link to="/spot-checks" search={{ check: 'all' }} className="list-tab" data-on={state === 'all'} data-tab="all">
        {t('spotCheck.check.checksTab')} <span className="number">{total}</span>
      </Link>
      {present.map((one) => (
        <Link
          key={one}
          to="/spot-checks"
          search={{ check: one }}
          className="list-tab list-tab-state"
          data-on={state === one}
          data-tab={one}
        >
          {nameOf(one)} <span className="number">{counts?.[one]}</span>
        </Link>
      ))}
    </nav>
  )
}
