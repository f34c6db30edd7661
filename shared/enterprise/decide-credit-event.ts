import type { FieldProblem } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'
import type { CreditEvent } from './credit-event.ts'

export type CreditEventProblem =
  | FieldProblem
  | Problem<'credit.inFuture', { readonly on: string; readonly today: string }>
  | Problem<'credit.endsBeforeItBegins', { readonly on: string; readonly validTo: string }>
  | Problem<'credit.sourceMissing', Record<string, never>>

/** Types that some other body decided or received: without its name nobody can ask again. */
const FROM_OTHERS: readonly CreditEvent['type'][] = ['complaint', 'honour', 'penalty']

export function decideCreditEvent(event: CreditEvent, today: string): Result<CreditEvent, CreditEventProblem> {
  const { on, validTo, type, source } = event
  const problems: CreditEventProblem[] = []
  if (on > today) problems.push(problem('credit.inFuture', '/on', { on, today }))
  if (validTo !== undefined && validTo < on) problems.push(problem('credit.endsBeforeItBegins', '/validTo', { on, validTo }))
  if (FROM_OTHERS.includes(type) && source === undefined) problems.push(problem('credit.sourceMissing', '/source', {}))
  return okUnless(problems, event)
}
