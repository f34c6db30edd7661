import type { NqiTotals } from '#shared/nqi/nqi-contract'
import { useWords } from '../kernel/i18n'
import { counted, type Total, TotalsBar } from '../kernel/totals-bar'
import { exactYuan, useMoney } from './money'

type Name = 'enterprises' | 'services' | 'solved' | 'labEnterprises' | 'labUses'

/** The numbers of one-stop help: 家 served, 个 solved, and money that the enterprise confirmed. What is not confirmed stands apart. */
function useNqiTotals(): (did: NqiTotals, of: 'service' | 'lab') => readonly Total[] {
  const t = useWords()
  const money = useMoney()
  const plain = (did: NqiTotals, name: Name): Total => ({
    name,
    label: t(`nqi.total.${name}`),
    value: counted(did[name]),
    unit: t(`nqi.unit.${name}`),
  })
  const amount = (name: 'benefitFen' | 'savedFen' | 'unconfirmedFen', fen: number): Total => {
    const { value, unit } = money(fen)
    return { name, label: t(`nqi.total.${name}`), value, unit: t(`nqi.unit.${unit}`), exact: `${exactYuan(fen)} ${t('nqi.unit.yuan')}` }
  }
  const open = (fen: number): readonly Total[] => (fen === 0 ? [] : [amount('unconfirmedFen', fen)])
  return (did, of) =>
    of === 'service'
      ? [
          plain(did, 'enterprises'),
          plain(did, 'services'),
          plain(did, 'solved'),
          amount('benefitFen', did.benefitFen),
          ...open(did.unconfirmedFen),
        ]
      : [plain(did, 'labEnterprises'), plain(did, 'labUses'), amount('savedFen', did.savedFen), ...open(did.labUnconfirmedFen)]
}

interface BarProps {
  readonly label: string
  readonly did: NqiTotals
  readonly of: 'service' | 'lab'
  /** How many places there are, before what they did. */
  readonly places?: readonly Total[]
}

export function NqiTotalsBar({ label, did, of, places = [] }: BarProps) {
  const totalsOf = useNqiTotals()
  return <TotalsBar label={label} totals={[...places, ...totalsOf(did, of)]} />
}
