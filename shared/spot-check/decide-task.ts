import { usccProblemsAt } from '../enterprise/decide-enterprise.ts'
import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import { blank } from './lawful.ts'
import { normalizeParty } from './party-rules.ts'
import { type SpotCheckTask, spotCheckTaskKind } from './task.ts'

export type TaskProblem =
  | FieldProblem
  | EnterpriseProblem
  | Problem<'spotCheck.targetTwice', { readonly name: string }>
  | Problem<'spotCheck.dueBeforeIssued', { readonly issuedOn: string; readonly dueOn: string }>
  | Problem<'spotCheck.kindWithoutRule', { readonly kind: string }>

export type TaskDraft = DeepPartial<SpotCheckTask>

export interface TaskRuleFacts {
  /** Is there a rule of this product kind, in the edition the task names. */
  readonly ruleKnown: boolean
}

type Found = readonly TaskProblem[]
type Targets = NonNullable<TaskDraft['targets']>

/** An enterprise is drawn once; a check is one batch of one enterprise. */
function twiceProblems(targets: Targets): Found {
  const keys = targets.map(({ enterpriseId, uscc, name = '' }) => uscc?.trim() || enterpriseId || name.trim())
  const checks = targets.map(({ check }) => check)
  return targets.flatMap(({ name = '' }, index) => {
    const again = (keys[index] ?? '') !== '' && keys.indexOf(keys[index] ?? '') < index
    const sameCheck = checks[index] !== undefined && checks.indexOf(checks[index]) < index
    return again || sameCheck ? [problem('spotCheck.targetTwice', `/targets/${String(index)}`, { name })] : []
  })
}

const codeProblems = (targets: Targets): Found =>
  targets.flatMap(({ uscc = '' }, index) => usccProblemsAt(uscc, `/targets/${String(index)}/uscc`))

function ruleProblems({ productKind = '', remarks }: TaskDraft, { ruleKnown }: TaskRuleFacts): Found {
  return ruleKnown || blank(productKind) || !blank(remarks)
    ? []
    : [problem('spotCheck.kindWithoutRule', '/productKind', { kind: productKind })]
}

function dateProblems({ issuedOn = '', dueOn = '' }: TaskDraft): Found {
  return issuedOn === '' || dueOn === '' || dueOn >= issuedOn ? [] : [problem('spotCheck.dueBeforeIssued', '/dueOn', { issuedOn, dueOn })]
}

/** Codes as the standard writes them, and a check of its own for every target that has none yet. */
export function normalizeTask(doc: TaskDraft, newCheck: () => string): TaskDraft {
  if (doc.targets === undefined) return doc
  return { ...doc, targets: doc.targets.map((target) => ({ ...normalizeParty(target), check: target.check || newCheck() })) }
}

/** May this task be sealed? Order 18 arts. 11 to 15: what is checked, how much of it, by which rule, at whose places. */
export function decideTask(doc: TaskDraft, facts: TaskRuleFacts): Result<SpotCheckTask, TaskProblem> {
  const parsed = parseSealed<SpotCheckTask>(spotCheckTaskKind, { samplers: [], targets: [], ...doc })
  const { targets = [] } = doc
  const codes = codeProblems(targets)
  const fields = parsed.ok ? [] : parsed.problems.filter(({ path }) => !codes.some((code) => code.path === path))
  const problems: Found = [...fields, ...codes, ...twiceProblems(targets), ...dateProblems(doc), ...ruleProblems(doc, facts)]
  if (parsed.ok) return okUnless(problems, parsed.value)
  const [first, ...more] = problems
  if (first === undefined) throw new Error('a task failed its schema without a problem')
  return refuse(first, ...more)
}
