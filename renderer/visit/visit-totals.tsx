import type { OutputOf } from '#shared/kernel/contract'
import type { visitContract } from '#shared/visit/visit-contract'
import { useWords } from '../kernel/i18n'
import { counted, TotalsBar } from '../kernel/totals-bar'

type Totals = OutputOf<(typeof visitContract)['visit.list']>['totals']

const NAMES = ['visits', 'enterprises', 'experts', 'managers', 'workers', 'raised', 'solved'] as const

/** 家次 apart from 家, and each 人次 apart from the others: nothing here is ever added up. */
export function VisitTotalsBar({ totals }: { readonly totals: Totals }) {
  const t = useWords()
  const shown = NAMES.map((name) => ({
    name,
    label: t(`visit.total.name.${name}`),
    value: counted(totals[name]),
    unit: t(`visit.total.unit.${name}`),
  }))
  return <TotalsBar label={t('visit.total.label')} totals={shown} />
}
