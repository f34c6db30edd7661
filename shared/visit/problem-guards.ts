import { type Loose, textAt } from '../kernel/kind.ts'
import { type Act, type Course, lastOf, type Moment, type StepRule } from '../kernel/procedure.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { isPending, PROBLEM_STATES } from './problem-states.ts'
import { amountOf, benefitOf, lastBenefit } from './stated-benefit.ts'

type Named = Pick<StepRule, 'name' | 'article'>
/** What stands against a step from the course alone; told with the name and article of the step. */
export type ProblemGuard = (moment: Moment, named: Named) => readonly Problem[]

const blank = (doc: unknown, ...path: readonly string[]): boolean => textAt(doc, ...path).trim() === ''

/** 转介 is help with what is not settled yet. */
export const stillPending: ProblemGuard = ({ course, articleOf }, { name, article }) => {
  const main = course.states['main'] ?? ''
  if (isPending(main)) return []
  const said = (PROBLEM_STATES.main as Readonly<Record<string, Named['name']>>)[main] ?? { zh: main, en: main }
  return [problem('procedure.notInState', '/step', { step: name, state: said, article: articleOf(article) })]
}

function stateProblems(act: Loose, { articleOf }: Moment): Problem[] {
  if (textAt(act, 'state') === 'solved' && blank(act, 'evidence'))
    return [problem('visit.solvedWithoutEvidence', '/evidence', { article: articleOf('helpFollowUp') })]
  if (textAt(act, 'state') === 'declined' && blank(act, 'reason'))
    return [problem('visit.declinedWithoutReason', '/reason', { article: articleOf('helpFollowUp') })]
  return []
}

/** 成效: the same measure before and after, or it says nothing. */
function effectProblems({ effect }: Loose): Problem[] {
  if (effect === undefined || effect === null) return []
  const missing = ['metric', 'before', 'after'].filter((name) => blank(effect, name))
  return missing.map((name) => problem('visit.effectIncomplete', `/effect/${name}`))
}

function amountProblems(benefit: Loose, { articleOf }: Moment): Problem[] {
  if (amountOf(benefit) > 0 && !blank(benefit, 'basis')) return []
  const field = amountOf(benefit) > 0 ? 'basis' : 'yuan'
  return [problem('visit.benefitWithoutAmount', `/benefit/${field}`, { article: articleOf('helpBenefit') })]
}

/** Nobody confirms a benefit before it is there, nor after the day it was written down. */
function confirmedProblems(benefit: Loose, from: string, until: string): Problem[] {
  const on = textAt(benefit, 'confirmedOn')
  return on === '' || (on >= from && on <= until) ? [] : [problem('visit.confirmedOutOfTime', '/benefit/confirmedOn', { on, from, until })]
}

/** 已解决 with evidence, 不采纳 with a reason, an effect whole, a benefit with amount and basis. */
export const soundFollowUp: ProblemGuard = (moment) => {
  const { act, course } = moment
  const benefit = benefitOf(act)
  const found = [...stateProblems(act, moment), ...effectProblems(act)]
  if (benefit === null) return found
  const raised = lastOf(course, 'raise')?.on ?? ''
  return [...found, ...amountProblems(benefit, moment), ...confirmedProblems(benefit, raised, textAt(act, 'on'))]
}

/** The enterprise confirms what was said before, by name and day. */
export const soundConfirmation: ProblemGuard = (moment) => {
  const { act, course } = moment
  const benefit = benefitOf(act) ?? {}
  const nameless = ['confirmedBy', 'confirmedOn'].filter((name) => blank(benefit, name))
  if (nameless.length > 0) return nameless.map((name) => problem('visit.confirmationIncomplete', `/benefit/${name}`))
  const said = lastBenefit(course)?.act.on ?? ''
  return [...amountProblems(benefit, moment), ...confirmedProblems(benefit, said, textAt(act, 'on'))]
}

const later = (a: Act | undefined, b: Act): Act => (a === undefined || b.on >= a.on ? b : a)

/** The act of a later day that a step would have to stand behind; undefined where it stands in order. */
export function actOfLaterDay(course: Course, on: string): Act | undefined {
  const latest = course.taken.reduce<Act | undefined>(later, undefined)
  return latest === undefined || on >= latest.on ? undefined : latest
}
