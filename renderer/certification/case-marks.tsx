import type { CertificationCaseSummary, GateView } from '#shared/certification/certification-contract'
import { CERTIFICATION_KIND_NAMES } from '#shared/certification/certification-names'
import { ENDED, stageOf } from '#shared/certification/stages'
import { useNameOf, useWords } from '../kernel/i18n'

/** The name of a stage, or of the end of a case. */
export function useStageName(): (state: string) => string {
  const nameOf = useNameOf()
  return (state) => nameOf(stageOf(state)?.name ?? ENDED[state as keyof typeof ENDED] ?? { zh: state, en: state })
}

export function useKindName(): (kind: string) => string {
  const nameOf = useNameOf()
  return (kind) => nameOf(CERTIFICATION_KIND_NAMES[kind as keyof typeof CERTIFICATION_KIND_NAMES] ?? { zh: kind, en: kind })
}

export function StageMark({ stage }: { readonly stage: string }) {
  const nameOf = useStageName()
  return (
    <span className="stage-mark" data-stage={stage} data-ended={Object.hasOwn(ENDED, stage) || undefined}>
      {nameOf(stage)}
    </span>
  )
}

/** How long a case has stood where it stands; a case at rest says that instead. */
export function Age({ summary: { age, idle, suspended, open } }: { readonly summary: CertificationCaseSummary }) {
  const t = useWords()
  if (!open) return null
  if (suspended)
    return (
      <span className="age-mark" data-age="suspended">
        {t('certification.suspended')}
      </span>
    )
  return (
    <span className="age-mark" data-age={idle ? 'idle' : 'running'}>
      {t(idle ? 'certification.idleAge' : 'certification.age', { n: age })}
    </span>
  )
}

/** What keeps a case where it is: what its gate still asks for, once its step was begun; before, the gate itself. */
export function Blocks({ gate }: { readonly gate: GateView | null }) {
  const t = useWords()
  const nameOf = useNameOf()
  if (gate === null) return null
  if (gate.draft === null) return <span className="blocks quiet">{nameOf(gate.gate)}</span>
  const missing = gate.requirements.filter(({ met }) => !met).map(({ words }) => nameOf(words))
  return (
    <span className="blocks" data-missing={missing.length}>
      {missing.length === 0
        ? t('certification.ready')
        : t('certification.blocks', { n: missing.length, words: missing.join(t('kernel.course.and')) })}
    </span>
  )
}
