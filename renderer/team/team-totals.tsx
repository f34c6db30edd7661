import type { TeamTotals } from '#shared/team/team-contract'
import { useWords } from '../kernel/i18n'
import { counted, type Total, TotalsBar } from '../kernel/totals-bar'

const NAMES = ['activities', 'visits', 'enterprises', 'managers', 'workers'] as const

interface BarProps {
  readonly label: string
  readonly totals: TeamTotals
  /** How many teams there are, before what they did. */
  readonly teams?: number
}

/** 场次, 家次, 家 and the two kinds of 人次, each by itself. */
export function TeamTotalsBar({ label, totals, teams }: BarProps) {
  const t = useWords()
  const did = NAMES.map(
    (name): Total => ({
      name,
      label: t(`team.total.${name}`),
      value: counted(totals[name]),
      unit: t(`team.unit.${name}`),
    }),
  )
  const standing: readonly Total[] =
    teams === undefined ? [] : [{ name: 'teams', label: t('team.total.teams'), value: counted(teams), unit: t('team.unit.teams') }]
  return <TotalsBar label={label} totals={[...standing, ...did]} />
}
