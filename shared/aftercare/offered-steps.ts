import { type Course, lastOf } from '../kernel/procedure.ts'
import type { Recipient } from './case-step.ts'
import { isObjectionPending } from './objections.ts'
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
  order: isObjectionPending,
  penalty: (course) => isObjectionPending(course) || course.states['main'] === 'overturned',
}

/** Is there any point in offering a step that the table allows: none in a notice when everybody was told, nor in an order while an objection is open. */
export const isOffered = (course: Course, step: string): boolean => POINTLESS[step]?.(course) !== true
