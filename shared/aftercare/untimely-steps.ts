import { type Act, type ArticleOf, type Course, runProcedure } from '../kernel/procedure.ts'
import type { Problem } from '../kernel/result.ts'
import { aftercareProcedure } from './aftercare-procedure.ts'
import { CaseStep } from './case-step.ts'
import type { ClockLaw } from './clock-days.ts'
import { decideCaseStep } from './decide-case-step.ts'

/** A step that counts, and that rules and calendar are against as they are now. */
export interface Untimely {
  readonly act: Act
  readonly problems: readonly Problem[]
}

/**
 * Steps that were in time when they were recorded, or on the laptop that did, and are not by what is known now: a notice that was
 * served later than first written, a rule that changed. They count, since a calendar never undoes what happened; a person looks at them.
 */
export function untimelySteps(course: Course, law: ClockLaw, articleOf: ArticleOf): Untimely[] {
  return course.taken.flatMap((act, at): Untimely[] => {
    const step = CaseStep.safeParse(act.doc)
    if (!step.success || step.data.step === 'close') return []
    const before = runProcedure(aftercareProcedure, course.taken.slice(0, at))
    const decided = decideCaseStep(step.data, { before, after: course, frozen: [], law, articleOf })
    const problems = decided.ok ? [] : decided.problems.filter(({ code }) => code !== 'calendar.missingYear')
    return problems.length === 0 ? [] : [{ act, problems }]
  })
}
