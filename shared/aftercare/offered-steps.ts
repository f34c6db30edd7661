import { type Course, lastOf } from '../kernel/procedure.ts'
import type { Recipient } from './case-step.ts'
import { caseOf, noticeTo, recipientsOf, settlementOf } from './recipients.ts'

/** Recipients who were not served a notice yet. */
export const untold = (course: Course): readonly Recipient[] =>
  recipientsOf(caseOf(course)).filter((recipient) => noticeTo(course, recipient) === undefined)

/** Recipients who were told, and neither objected nor let the time pass. */
export const undecided = (course: Course): readonly Recipient[] =>
  recipientsOf(caseOf(course)).filter(
    (recipient) => noticeTo(course, recipient) !== undefined && settlementOf(course, recipient) === undefined,
  )

const POINTLESS: Readonly<Record<string, (course: Course) => boolean>> = {
  notice: (course) => untold(course).length === 0,
  objection: (course) => undecided(course).length === 0,
  lapse: (course) => undecided(course).length === 0,
  retestTold: (course) => lastOf(course, 'retestResult') === undefined,
  penalty: ({ states }) => states['main'] === 'overturned',
}

/** Is there any point in offering a step that the table allows: a notice when everybody was told is none. */
export const isOffered = (course: Course, step: string): boolean => POINTLESS[step]?.(course) !== true
