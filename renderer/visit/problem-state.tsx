import { PROBLEM_STATES } from '#shared/visit/problem-states'
import type { ProblemSummary } from '#shared/visit/visit-contract'
import { useNameOf, useWords } from '../kernel/i18n'

/** Where a problem stands: its state, and whether a station still owes an answer. */
export function ProblemState({
  problem: { state, waitsForAnswer },
}: {
  readonly problem: Pick<ProblemSummary, 'state' | 'waitsForAnswer'>
}) {
  const t = useWords()
  const nameOf = useNameOf()
  return (
    <span className="problem-marks">
      <span className="problem-state" data-state={state}>
        {nameOf(PROBLEM_STATES.main[state])}
      </span>
      {waitsForAnswer && (
        <span className="problem-state" data-state="waiting">
          {t('visit.problem.waits')}
        </span>
      )}
    </span>
  )
}
