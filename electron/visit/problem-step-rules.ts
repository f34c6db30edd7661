import { getRecord } from '#db/kernel/records'
import { getProblemRow } from '#db/visit/problem-queries'
import { type Loose, parseSealed, textAt } from '#shared/kernel/kind'
import { type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { decideProblemStep } from '#shared/visit/decide-problem-step'
import { type ProblemStep, problemStepKind } from '#shared/visit/problem-step'
import { problemsOfActs } from '../kernel/course.ts'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import type { World } from '../kernel/world.ts'
import { standing } from './visit-rules.ts'

/** What a step says of its problem, so that its line can be read by itself. */
export function aboutProblem(world: World, id: string): Loose {
  const found = id === '' ? null : getProblemRow(world.db, id)
  if (found === null) return {}
  const { region, visitNo, enterprise, description, visit } = found
  const enterpriseId = textAt(getRecord(world.db, visit)?.doc, 'enterprise', 'enterpriseId')
  return { region, visitNo, enterpriseId, enterpriseName: enterprise, description }
}

/** A correction is about the same step of the same problem. */
function fixedProblems(world: World, { id, doc, op }: Sealing): Problem[] {
  const before = op === 'correct' ? getRecord(world.db, id)?.doc : undefined
  if (before === undefined) return []
  return (['problem', 'step'] as const)
    .filter((field) => textAt(doc, field) !== textAt(before, field))
    .map((field) => problem('visit.staysAsItIs', `/${field}`, { field }))
}

function decide(world: World, sealing: Sealing): Result<ProblemStep> {
  const parsed = parseSealed<ProblemStep>(problemStepKind, sealing.doc)
  if (!parsed.ok) return parsed
  const step = parsed.value
  if (getProblemRow(world.db, step.problem) === null) return refuse(problem('visit.noSuchProblem', '/problem', { id: step.problem }))
  const fixed = fixedProblems(world, sealing)
  const [first, ...more] = fixed.length > 0 ? fixed : problemsOfActs(world, { id: sealing.id, kind: 'problemStep', doc: step })
  if (first !== undefined) return refuse(first, ...more) // the table speaks first
  return decideProblemStep(step, { facilityKnown: step.step !== 'refer' || standing(world, 'facility', step.facilityId) !== null })
}

export const problemStepRules: KindRules = {
  kind: 'problemStep',
  normalize: (world, doc) => ({ ...doc, ...aboutProblem(world, textAt(doc, 'problem')) }),
  decide,
}
