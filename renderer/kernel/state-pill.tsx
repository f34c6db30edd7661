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

export function ConflictMark() {
  const t = useWords()
  return <span className="conflict-mark">{t('kernel.conflict')}</span>
}
