import { getRecord } from '#db/kernel/records'
import { getProblemRow } from '#db/visit/problem-queries'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import { type Loose, textAt } from '#shared/kernel/kind'
import { type Course, ruleOf } from '#shared/kernel/procedure'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { problemProcedure } from '#shared/visit/problem-procedure'
import { PROBLEM, problemsIn } from '#shared/visit/problems-in'
import { lastBenefit } from '#shared/visit/stated-benefit'
import { courseOf } from '../kernel/course.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { aboutProblem } from './problem-step-rules.ts'

interface Sources {
  readonly today: string
  readonly course: Course
  /** The visit that raised the problem, and the problem in it. */
  readonly visit: Loose
  readonly found: Loose
}

/** 同一指标: what was measured last is measured again, from where it began. */
function sameMeasure({ course }: Sources): Loose {
  const before = course.taken.findLast(({ doc }) => textAt(doc, 'effect', 'metric') !== '')?.doc
  const at = (name: string): string => textAt(before, 'effect', name)
  return { effect: { metric: at('metric'), before: at('before'), unit: at('unit') } }
}

function confirmation({ today, course, visit }: Sources): Loose {
  const said = lastBenefit(course)?.benefit ?? {}
  const { yuan, basis } = said
  return { benefit: { yuan, basis, confirmedBy: textAt(visit, 'receivedBy'), confirmedOn: today } }
}

const prefills: Readonly<Record<string, (sources: Sources) => Loose>> = {
  refer: ({ found }) => ({ element: textAt(found, 'element'), question: textAt(found, 'description') }),
  followUp: sameMeasure,
  confirmBenefit: confirmation,
}

/** A step with everything in it that is known of the problem already. */
export function newStep(world: World, id: string, step: string): Result<{ readonly id: string; readonly doc: Loose }> {
  const row = getProblemRow(world.db, id)
  if (row === null) return refuse(problem('visit.noSuchProblem', '/problem', { id }))
  if (ruleOf(problemProcedure, step) === undefined || step === 'raise') {
    const known = problemProcedure.steps.map((rule) => rule.step).filter((name) => name !== 'raise')
    return refuse(problem('procedure.unknownStep', '/step', { step, known: known.join(', ') }))
  }
  const visit = getRecord(world.db, row.visit)?.doc ?? {}
  const found = problemsIn(visit).find((one) => one.id === id) ?? {}
  const sources = { today: dayOf(world), course: courseOf(world, PROBLEM, id), visit, found }
  const doc = { step, problem: id, on: dayOf(world), ...aboutProblem(world, id), ...prefills[step]?.(sources) }
  return ok({ id: newRecordId(), doc: withoutEmpty(doc) as Loose })
}
