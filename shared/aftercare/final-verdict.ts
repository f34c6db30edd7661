import { z } from 'zod'
import { textAt } from '../kernel/kind.ts'
import { type Course, lastOf } from '../kernel/procedure.ts'
import { overturning } from './objections.ts'
import { caseOf } from './recipients.ts'

/** What was found first, and what stands in the end. */
export const CaseVerdict = z.object({
  first: z.string(),
  /** `withdrawn`: an objection was right, so the batch has no verdict. */
  final: z.enum(['noNonconformityFound', 'nonconforming', 'seriouslyNonconforming', 'withdrawn']),
  /** What the final verdict rests on. */
  by: z.enum(['firstTest', 'retest', 'objection']),
})
export type CaseVerdict = z.infer<typeof CaseVerdict>

/** The verdict that counts in every figure: a retest is final (Order 18 art. 42); the first one stays in the case. */
export function finalVerdict(course: Course): CaseVerdict {
  const first = textAt(caseOf(course), 'verdict')
  if (overturning(course)?.step === 'objectionDecision') return { first, final: 'withdrawn', by: 'objection' }
  const retest = lastOf(course, 'retestResult')
  return retest === undefined
    ? { first, final: first as CaseVerdict['final'], by: 'firstTest' }
    : { first, final: textAt(retest.doc, 'conclusion') as CaseVerdict['final'], by: 'retest' }
}
