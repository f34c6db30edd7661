import { ok, problem, type Result, refuse } from '../kernel/result.ts'
import type { MergeProblem } from './enterprise-contract.ts'
import type { EnterpriseMerge } from './enterprise-merge.ts'

/** Two entries that are two, and that no other merge has joined (`joined`); the reason is the schema's to ask for. */
export function decideMerge(merge: EnterpriseMerge, joined: boolean): Result<EnterpriseMerge, MergeProblem> {
  const { from, into, fromName, intoName } = merge
  if (from === into) return refuse(problem('enterprise.mergeWithItself', '/into', {}))
  return joined ? refuse(problem('enterprise.mergedAlready', '/into', { from: fromName, into: intoName })) : ok(merge)
}
