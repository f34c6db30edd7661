import { getEnterpriseByUscc, searchEnterprises } from '#db/enterprise/enterprise-queries'
import { getRecord } from '#db/kernel/records'
import { decideEnterprise, normalizeEnterprise, usccProblemsAt } from '#shared/enterprise/decide-enterprise'
import { type Enterprise, enterpriseKind } from '#shared/enterprise/enterprise'
import type { enterpriseContract } from '#shared/enterprise/enterprise-contract'
import { parseSealed, textAt } from '#shared/kernel/kind'
import { ok, type Problem, problem, refuse } from '#shared/kernel/result'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { submitDocument } from '../kernel/seal-handlers.ts'
import { isKnownRegion } from '../reference/reference-data.ts'

export const enterpriseRules: KindRules = {
  kind: 'enterprise',
  normalize: (_world, doc) => normalizeEnterprise(doc) as typeof doc,
  decide: (world, { id, doc }) => {
    const codes: Problem[] = usccProblemsAt(textAt(doc, 'uscc'), '/uscc')
    const parsed = parseSealed<Enterprise>(enterpriseKind, doc)
    if (!parsed.ok) {
      const others = parsed.problems.filter(({ path }) => path !== '/uscc' || codes.length === 0)
      const [first, ...more] = [...others, ...codes]
      return first === undefined ? parsed : refuse(first, ...more)
    }
    const { uscc, region } = parsed.value
    const sameCode = uscc === undefined ? null : getEnterpriseByUscc(world.db, uscc, id)
    return decideEnterprise(parsed.value, { sameCode, regionKnown: isKnownRegion(region) })
  },
}

export const enterpriseHandlers: HandlersFor<typeof enterpriseContract> = {
  'enterprise.add': (world, { id, doc }) => {
    if (getRecord(world.db, id) !== null) return refuse(problem('record.sealed', '', { id }) as never)
    return submitDocument(world, { kind: 'enterprise', id, doc: (doc ?? {}) as Sealing['doc'], attachments: [] }) as never
  },
  'enterprise.search': (world, { text, region, limit }) => ok(searchEnterprises(world.db, text, region, limit)),
}
