import { CHECK_STATES, checkProcedure } from '#shared/spot-check/check-procedure'
import { useNameOf } from '../kernel/i18n'

const states = checkProcedure.tracks['main']?.states ?? {}

export const checkStates: readonly string[] = CHECK_STATES

export function useCheckStateName(): (state: string) => string {
  const nameOf = useNameOf()
  return (state) => nameOf(states[state] ?? { zh: state, en: state })
}

const ENDS: Readonly<Record<string, string>> = {
  noFail: 'good',
  fail: 'bad',
  notFound: 'end',
  refused: 'bad',
  terminated: 'end',
  sampleRejected: 'bad',
}

/** Where a check stands by the law; beside it, the pill of a record says where the record is. */
export function CheckState({ state }: { readonly state: string }) {
  const name = useCheckStateName()
  return (
    <span className="check-state" data-check-state={state} data-look={ENDS[state] ?? 'way'}>
      {name(state)}
    </span>
  )
}
