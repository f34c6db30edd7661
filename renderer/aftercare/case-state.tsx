import './aftercare.css'
import { CASE_STATES, type CaseTrack } from '#shared/aftercare/case-states'
import type { Bilingual } from '#shared/kernel/bilingual'
import { useNameOf } from '../kernel/i18n'

/** The word of the table for a state of one track. */
export function useStateName(): (track: CaseTrack, state: string) => string {
  const nameOf = useNameOf()
  return (track, state) => {
    const known: Readonly<Record<string, Bilingual>> = CASE_STATES[track]
    return nameOf(known[state] ?? { zh: state, en: state })
  }
}

/** Where a case stands on one track. */
export function CaseState({ track = 'main', state }: { readonly track?: CaseTrack; readonly state: string }) {
  const nameOf = useStateName()
  return (
    <span className="case-state" data-track={track} data-state={state}>
      {nameOf(track, state)}
    </span>
  )
}
