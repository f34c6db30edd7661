import { parseSealed } from '#shared/kernel/kind'
import { lastOf } from '#shared/kernel/procedure'
import { okUnless, type Problem } from '#shared/kernel/result'
import { type CheckStep, checkStepKind, SPOT_CHECK } from '#shared/spot-check/check-step'
import { type CheckStepFacts, checkStepProblems } from '#shared/spot-check/decide-check-step'
import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { courseOf, problemsOfActs } from '../kernel/course.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import type { World } from '../kernel/world.ts'
import { getLaw } from '../reference/reference-data.ts'

function factsOf(world: World, check: string): CheckStepFacts {
  const course = courseOf(world, SPOT_CHECK, check)
  return {
    law: getLaw(world),
    articleOf: world.articleOf,
    sheet: (lastOf(course, 'seal')?.doc as SamplingSheet | undefined) ?? null,
    report: (lastOf(course, 'report')?.doc as CheckStepFacts['report'] | undefined) ?? null,
    licenceChecked: lastOf(course, 'receive')?.doc['licenceChecked'] === true,
  }
}

export const checkStepRules: KindRules = {
  kind: 'checkStep',
  normalize: (_world, doc) => doc,
  /** The place in the procedure first: in a state that does not allow the step, nothing else about it is worth saying. */
  decide: (world, { id, doc }) => {
    const parsed = parseSealed<CheckStep>(checkStepKind, doc)
    if (!parsed.ok) return parsed
    const act = parsed.value
    const misplaced: readonly Problem[] = problemsOfActs(world, { id, kind: 'checkStep', doc: act })
    return okUnless(misplaced.length > 0 ? misplaced : checkStepProblems(act, factsOf(world, act.check)), act)
  },
}
