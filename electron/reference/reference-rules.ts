import { parseInput } from '#shared/kernel/parse-problems'
import { ok, type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { storageProblems } from '#shared/reference/reference-file'
import { ReferenceItem } from '#shared/reference/reference-item'
import { decideItem, keyOfItem } from '#shared/reference/reference-tables'
import type { KindRules } from '../kernel/kind-rules.ts'

const within = (problems: readonly Problem[]): Problem[] => problems.map((each) => ({ ...each, path: `/item${each.path}` }))

/** May this be sealed as an item of reference data: a lawful item of its table, under its own key. */
function decideReferenceItem(doc: unknown): Result<ReferenceItem> {
  const parsed = parseInput(ReferenceItem, doc) // empty texts stay: a layout may mean them
  if (!parsed.ok) return parsed
  const { table, key, item } = parsed.value
  const decided = decideItem(table, item)
  const [first, ...more] = within(decided.ok ? storageProblems(item) : decided.problems)
  if (first !== undefined) return refuse(first, ...more)
  const needed = decided.ok ? keyOfItem(table, decided.value) : key
  return needed === key ? ok(parsed.value) : refuse(problem('reference.otherKey', '/key', { key, needed }))
}

export const referenceItemRules: KindRules = {
  kind: 'referenceItem',
  normalize: (_world, doc) => doc,
  decide: (_world, { doc }) => decideReferenceItem(doc),
}
