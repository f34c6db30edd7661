import { type Problem, type Result, refuse } from '#shared/kernel/result'
import type { PaperWords } from '#shared/paper/choices'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import type { World } from '../kernel/world.ts'
import { decideInWorld } from './layouts.ts'

const inItem = (problems: readonly Problem[]): Problem[] => problems.map((each) => ({ ...each, path: `/item${each.path}` }))

/** The rules of reference data, and besides: a layout is taken only when every fact it points at exists. */
export const withLayoutRules = (rules: KindRules, words: Pick<PaperWords, 'choices'>): KindRules => ({
  ...rules,
  decide: (world: World, sealing: Sealing): Result<unknown> => {
    const decided = rules.decide(world, sealing)
    if (!decided.ok || sealing.doc['table'] !== 'paperLayout') return decided
    const layout = decideInWorld(world, words, sealing.doc['item'])
    const [first, ...more] = layout.ok ? [] : inItem(layout.problems)
    return first === undefined ? decided : refuse(first, ...more)
  },
})
