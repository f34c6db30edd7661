import { identityOf } from '#db/enterprise/identities'
import { type CreditEvent, creditEventKind } from '#shared/enterprise/credit-event'
import { decideCreditEvent } from '#shared/enterprise/decide-credit-event'
import { type Loose, parseSealed } from '#shared/kernel/kind'
import { refuse } from '#shared/kernel/result'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { enterpriseProblems, snapshotOf } from './snapshot.ts'

/** What a form for a new event begins with: the enterprise as it stands, and today. */
export function newCreditEvent(world: World, id: string, type: CreditEvent['type']): Loose {
  const snapshot = snapshotOf(world, identityOf(world.db, id))
  return {
    enterpriseId: snapshot?.enterpriseId ?? id,
    enterpriseName: snapshot?.name ?? '',
    region: snapshot?.region ?? world.self.region,
    type,
    on: dayOf(world),
  }
}

export const creditEventRules: KindRules = {
  kind: 'creditEvent',
  normalize: (_world, doc) => doc,
  decide: (world, { doc }) => {
    const parsed = parseSealed<CreditEvent>(creditEventKind, doc)
    if (!parsed.ok) return parsed
    const [first, ...more] = enterpriseProblems(world, parsed.value.enterpriseId, '/enterpriseId')
    return first === undefined ? decideCreditEvent(parsed.value, dayOf(world)) : refuse(first, ...more)
  },
}
