import { textAt } from '../kernel/kind.ts'
import type { Act, Course } from '../kernel/procedure.ts'

/** States of the objection track in which somebody still waits for an answer. */
export const OBJECTION_PENDING: readonly string[] = ['filed', 'retestDue', 'retestReady', 'retesting']

export const isObjectionPending = ({ states }: Course): boolean => OBJECTION_PENDING.includes(states['objection'] ?? '')

/** Objections that nobody has decided yet: one decision answers all that were there when it was made. */
export function unansweredObjections({ taken }: Course): readonly Act[] {
  const decided = taken.findLastIndex(({ step }) => step === 'objectionDecision')
  return taken.slice(decided + 1).filter(({ step }) => step === 'objection')
}

const orders = (act: Act): boolean => act.step === 'objectionDecision' && textAt(act.doc, 'outcome') === 'retest'

/** The decision that ordered the newest retest. */
export const retestDecision = ({ taken }: Course): Act | undefined => taken.findLast(orders)

const wasRetested = ({ taken }: Course): boolean => taken.some(({ step }) => step === 'retestResult' || step === 'backupUnfit')

/** Is there still a backup sample to test again: it was taken, is not spoilt, and was not used up by a retest. */
export const hasBackup = (course: Course, taken: boolean): boolean => taken && !wasRetested(course)

const overturns = ({ step, doc }: Act): boolean =>
  (step === 'retestResult' && textAt(doc, 'conclusion') === 'noNonconformityFound') ||
  (step === 'objectionDecision' && textAt(doc, 'outcome') === 'upheld')

/** What took the result back: a retest that found nothing, or an objection that was right. Order 18 arts. 37, 42. */
export const overturning = ({ taken }: Course): Act | undefined => taken.find(overturns)
