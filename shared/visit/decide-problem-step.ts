import { textAt } from '../kernel/kind.ts'
import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'
import type { ProblemStep } from './problem-step.ts'
import { benefitOf } from './stated-benefit.ts'

/** What a step is judged by beyond its place in the course. */
export interface ProblemStepFacts {
  /** Of a referral: is the platform, station or laboratory known here. */
  readonly facilityKnown: boolean
}

/** Half a confirmation is none, and would silently count nothing. */
function halfConfirmed(step: ProblemStep): Problem[] {
  const benefit = benefitOf(step)
  if (benefit === null) return []
  const missing = ['confirmedBy', 'confirmedOn'].filter((name) => textAt(benefit, name) === '')
  return missing.length === 1 ? missing.map((name) => problem('visit.confirmationIncomplete', `/benefit/${name}`)) : []
}

/** May this step be sealed: what the table of the procedure does not look at. */
export function decideProblemStep(step: ProblemStep, { facilityKnown }: ProblemStepFacts): Result<ProblemStep> {
  const problems = [...halfConfirmed(step)]
  if (step.step === 'refer' && !facilityKnown) problems.push(problem('visit.noSuchFacility', '/facilityId'))
  if (step.step === 'followUp' && step.nextOn !== undefined && step.nextOn <= step.on)
    problems.push(problem('visit.nextNotAfter', '/nextOn', { on: step.on, nextOn: step.nextOn }))
  return okUnless(problems, step)
}
