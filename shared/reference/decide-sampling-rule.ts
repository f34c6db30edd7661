import { type FieldProblem, parseInput } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'
import { SamplingRule } from './reference.ts'

export type SamplingRuleProblem =
  | Problem<'rule.baseTooSmall', { readonly base: number; readonly needed: number }>
  | Problem<'rule.limitMissing', { readonly name: string }>
  | Problem<'rule.itemTwice', { readonly name: string }>
  | Problem<'rule.endsBeforeItBegins', { readonly from: string; readonly to: string }>

type Item = SamplingRule['items'][number]

/** Which members a requirement cannot do without. */
const NEEDS: Readonly<Record<Item['requirement'], readonly ('low' | 'high' | 'expected')[]>> = {
  atMost: ['high'],
  atLeast: ['low'],
  between: ['low', 'high'],
  equals: ['high'],
  qualitative: ['expected'],
}

function itemProblems(items: readonly Item[]): SamplingRuleProblem[] {
  return items.flatMap((item, index) => {
    const { name } = item
    const path = `/items/${String(index)}`
    const missing = NEEDS[item.requirement].some((member) => item[member] === undefined)
    const twice = items.findIndex((other) => other.name === name) < index
    return [
      ...(missing ? [problem('rule.limitMissing', path, { name })] : []),
      ...(twice ? [problem('rule.itemTwice', `${path}/name`, { name })] : []),
    ]
  })
}

/** May this be a sampling rule (实施细则)? Anything that came from a file or a form; refused with everything that does not fit. */
export function decideSamplingRule(input: unknown): Result<SamplingRule, FieldProblem | SamplingRuleProblem> {
  const parsed = parseInput(SamplingRule, input)
  if (!parsed.ok) return parsed
  const { baseMinimum: base, testQuantity, backupQuantity, validFrom: from = '', validTo: to = '9999', items } = parsed.value
  const needed = testQuantity + backupQuantity
  const problems = [
    ...(base < needed ? [problem('rule.baseTooSmall', '/baseMinimum', { base, needed })] : []),
    ...(to < from ? [problem('rule.endsBeforeItBegins', '/validTo', { from, to })] : []),
    ...itemProblems(items),
  ]
  return okUnless(problems, parsed.value)
}
