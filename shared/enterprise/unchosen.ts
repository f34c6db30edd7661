import type { FieldProblem } from '../kernel/parse-problems.ts'
import { type Problem, problem } from '../kernel/result.ts'

type Said = FieldProblem | Problem<'enterprise.notInDirectory', { readonly id: string }>

/** An enterprise that was typed and not chosen is one mistake, not one for each of the facts that came with no choice. */
export function sayUnchosen(problems: readonly [FieldProblem, ...FieldProblem[]], path = '/enterprise'): readonly [Said, ...Said[]] {
  if (!problems.some((found) => found.path === `${path}/enterpriseId`)) return problems
  const others = problems.filter((found) => !found.path.startsWith(`${path}/`))
  return [problem('enterprise.notInDirectory', path, { id: '' }), ...others]
}
