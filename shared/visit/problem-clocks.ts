import { textAt } from '../kernel/kind.ts'
import { type Course, lastOf, type StartedClock } from '../kernel/procedure.ts'
import { isPending } from './problem-states.ts'
import { prescriptionsFor } from './problems-in.ts'
import { lastBenefit } from './stated-benefit.ts'

/** Clocks whose `from` is the very day on which the problem is asked after: a person has named it. */
export const NAMED_DAY = ['prescriptionDue', 'nextFollowUp'] as const
/** Clocks that run from an event for as long as a rule of the reference data says, under which key. */
export const RULE_OF = { followUp: 'followUp', referralAnswer: 'referralAnswer', benefitConfirmation: 'followUp' } as const
/** Of these a pending problem has exactly one. */
export const ASKED_AFTER = [...NAMED_DAY, 'followUp'] as const

/** 处方期限 of one problem, the earliest one that nobody has asked after yet. */
function prescribedDay(course: Course, subject: string, asked: string): string | undefined {
  const days = prescriptionsFor(lastOf(course, 'raise')?.doc ?? {}, subject).map((one) => textAt(one, 'due'))
  return days.filter((day) => day !== '' && day > asked).toSorted()[0]
}

function askedAfter(course: Course, subject: string): Pick<StartedClock, 'rule' | 'from'> {
  const followUp = lastOf(course, 'followUp')
  const next = textAt(followUp?.doc, 'nextOn')
  if (next !== '') return { rule: 'nextFollowUp', from: next }
  const prescribed = prescribedDay(course, subject, followUp?.on ?? '')
  if (prescribed !== undefined) return { rule: 'prescriptionDue', from: prescribed }
  return { rule: 'followUp', from: followUp?.on ?? lastOf(course, 'raise')?.on ?? '' }
}

/** A clock that runs while something holds, from the day of the act that began it. */
const running = (holds: boolean, rule: string, from: string | undefined): readonly StartedClock[] =>
  holds && from !== undefined ? [{ rule, about: '', from, endedOn: null }] : []

/** What a problem still waits for; of what has ended nothing is kept. */
export function clocksOf(course: Course, subject: string): readonly StartedClock[] {
  const { main, referral, benefit } = course.states
  const asked = askedAfter(course, subject)
  const unconfirmed = benefit === 'unconfirmed' && main !== 'transferred'
  return [
    ...running(isPending(main), asked.rule, asked.from),
    ...running(isPending(main) && referral === 'waiting', 'referralAnswer', lastOf(course, 'refer')?.on),
    ...running(unconfirmed, 'benefitConfirmation', lastBenefit(course)?.act.on),
  ]
}
