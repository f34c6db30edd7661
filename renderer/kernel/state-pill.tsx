import { Link } from '@tanstack/react-router'
import type { RecordState } from '#shared/kernel/record-contract'
import { useWords } from './i18n'

/** One pill, one colour, one word for each state, everywhere. */
export function StatePill({ state }: { readonly state: RecordState }) {
  const t = useWords()
  return (
    <span className="pill" data-state={state} title={t(`kernel.stateHint.${state}`)}>
      {t(`kernel.state.${state}`)}
    </span>
  )
}

export function DemoMark() {
  const t = useWords()
  return <span className="demo-mark">{t('kernel.demo')}</span>
}

/** Two devices disagree about this record: the way to where it is settled. */
export function ConflictMark({ of }: { readonly of: string }) {
  const t = useWords()
  return (
    <Link to="/conflicts/$id" params={{ id: of }} className="conflict-mark">
      {t('kernel.conflict')}
    </Link>
  )
}
