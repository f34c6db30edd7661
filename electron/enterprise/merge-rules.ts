import { areMerged } from '#db/enterprise/identities'
import { decideMerge } from '#shared/enterprise/decide-merge'
import { type EnterpriseMerge, enterpriseMergeKind } from '#shared/enterprise/enterprise-merge'
import { parseSealed, textAt } from '#shared/kernel/kind'
import { refuse } from '#shared/kernel/result'
import type { KindRules } from '../kernel/kind-rules.ts'
import { enterpriseProblems } from './snapshot.ts'

/** A merge is looked at by merges alone: two entries with one code are one already, and a merge says which of them speaks. */
export const enterpriseMergeRules: KindRules = {
  kind: 'enterpriseMerge',
  normalize: (_world, doc) => doc,
  decide: (world, { doc, op }) => {
    const unknown = [...enterpriseProblems(world, textAt(doc, 'from'), '/from'), ...enterpriseProblems(world, textAt(doc, 'into'), '/into')]
    const [first, ...more] = unknown
    if (first !== undefined) return refuse(first, ...more)
    const parsed = parseSealed<EnterpriseMerge>(enterpriseMergeKind, doc)
    if (!parsed.ok) return parsed
    const { from, into } = parsed.value
    return decideMerge(parsed.value, op === 'submit' && areMerged(world.db, from, into))
  },
}
