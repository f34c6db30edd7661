import { okUnless, problem, type Result } from '../kernel/result.ts'
import type { Enterprise } from './enterprise.ts'
import type { EnterpriseProblem } from './enterprise-contract.ts'
import { checkUscc, normalizeUscc } from './uscc.ts'

export interface EnterpriseFacts {
  /** Another enterprise of the directory that carries this code. */
  readonly sameCode: { readonly id: string; readonly name: string } | null
  readonly regionKnown: boolean
}

/** The code as typed becomes the code as the standard writes it, before anything is checked. */
export function normalizeEnterprise(doc: unknown): unknown {
  if (doc === null || typeof doc !== 'object' || !('uscc' in doc) || typeof doc.uscc !== 'string') return doc
  return { ...doc, uscc: normalizeUscc(doc.uscc) }
}

/** What is wrong with the code, with the path of the field; nothing when it is empty. */
export const usccProblemsAt = (typed: string, path: string): EnterpriseProblem[] =>
  typed.trim() === '' ? [] : checkUscc(typed).problems.map((found) => ({ ...found, path }))

export function decideEnterprise(enterprise: Enterprise, facts: EnterpriseFacts): Result<Enterprise, EnterpriseProblem> {
  const problems: EnterpriseProblem[] = []
  if (enterprise.uscc === undefined && enterprise.noUsccReason === undefined) problems.push(problem('enterprise.usccOrReason', '/uscc', {}))
  if (facts.sameCode !== null) problems.push(problem('enterprise.duplicateUscc', '/uscc', facts.sameCode))
  if (!facts.regionKnown) problems.push(problem('reference.unknownRegion', '/region', { region: enterprise.region }))
  return okUnless(problems, enterprise)
}
