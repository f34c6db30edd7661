import { getEnterpriseByUscc, searchEnterprises } from '#db/enterprise/enterprise-queries'
import { componentOf, identityOf } from '#db/enterprise/identities'
import { listMemberRows, listMergesOf } from '#db/enterprise/member-queries'
import { getRecord } from '#db/kernel/records'
import { putSetting } from '#db/kernel/settings'
import { decideEnterprise, normalizeEnterprise, usccProblemsAt } from '#shared/enterprise/decide-enterprise'
import { type Enterprise, enterpriseKind } from '#shared/enterprise/enterprise'
import type { directoryContract, EnterpriseMember, enterpriseContract } from '#shared/enterprise/enterprise-contract'
import { type Loose, parseSealed, textAt } from '#shared/kernel/kind'
import { ok, type Problem, problem, refuse } from '#shared/kernel/result'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { submitDocument } from '../kernel/seal-handlers.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { isKnownRegion } from '../reference/reference-data.ts'
import { newCreditEvent } from './credit-event-rules.ts'
import { listLookalikes, lookalikesOf, notSameKey } from './lookalikes.ts'
import type { EnterpriseParts } from './parts.ts'
import { creditOfEnterprise, doorCardOf, portraitOf } from './portrait.ts'
import { snapshotOf } from './snapshot.ts'
import { timelineOf } from './timeline.ts'

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
    const sameCode = uscc === undefined ? null : getEnterpriseByUscc(world.db, uscc, [...componentOf(world.db, id)])
    return decideEnterprise(parsed.value, { sameCode, regionKnown: isKnownRegion(region) })
  },
}

function memberOf(world: World, { id, ...row }: ReturnType<typeof listMemberRows>[number]): EnterpriseMember {
  const merges = listMergesOf(world.db, id).map(({ id: merge, doc, by, device }) => {
    const said = JSON.parse(doc) as Loose
    const mine = device === world.self.device || world.self.role === 'supervisor'
    return { id: merge, on: textAt(said, 'on'), reason: textAt(said, 'reason'), by, mine }
  })
  return { id, ...row, merges }
}

/** The document of a merge from the two entries as they stand today. */
function mergeOf(world: World, from: string, into: string, reason: string): Sealing['doc'] {
  const [away, remains] = [snapshotOf(world, from), snapshotOf(world, into)]
  const region = remains?.region ?? away?.region ?? world.self.region
  return { from, into, fromName: away?.name ?? '', intoName: remains?.name ?? '', region, on: dayOf(world), reason: reason.trim() }
}

const directoryHandlers: HandlersFor<typeof directoryContract> = {
  'enterprise.add': (world, { id, doc }) => {
    if (getRecord(world.db, id) !== null) return refuse(problem('record.sealed', '', { id }) as never)
    return submitDocument(world, { kind: 'enterprise', id, doc: (doc ?? {}) as Sealing['doc'], attachments: [] }) as never
  },
  'enterprise.search': (world, { text, region, limit }) => ok(searchEnterprises(world.db, text, region, limit)),
  'enterprise.snapshot': (world, { id }) => ok(snapshotOf(world, identityOf(world.db, id))),
  'enterprise.get': (world, { id }) => {
    const identity = identityOf(world.db, id)
    const record = getRecord(world.db, identity)
    if (record?.kind !== 'enterprise' || record.state === 'void') return ok(null)
    const members = listMemberRows(world.db, identity).map((row) => memberOf(world, row))
    return ok({ id: identity, doc: record.doc as never, demo: record.demo, members })
  },
  'enterprise.listLookalikes': (world, { enterprise, after = '', limit }) =>
    ok(enterprise === undefined ? listLookalikes(world, after, limit) : { items: lookalikesOf(world, enterprise, limit), next: null }),
  'enterprise.setNotSame': (world, { one, other, notSame }) => {
    putSetting(world.db, notSameKey(one, other), notSame ? dayOf(world) : '')
    world.changed('enterprise')
    return ok({})
  },
  'enterprise.merge': (world, { from, into, reason }) => {
    const id = newRecordId()
    const sealed = submitDocument(world, { kind: 'enterpriseMerge', id, doc: mergeOf(world, from, into, reason), attachments: [] })
    return (sealed.ok ? ok({ id, identity: identityOf(world.db, into) }) : sealed) as never
  },
}

export const enterpriseHandlers = (parts: EnterpriseParts): HandlersFor<typeof enterpriseContract> => ({
  ...directoryHandlers,
  'enterprise.portrait': (world, { id }) => ok(portraitOf(world, parts, id)),
  'enterprise.timeline': (world, asked) => ok(timelineOf(world, parts, asked)),
  'enterprise.credit': (world, { id }) => ok(creditOfEnterprise(world, parts, id)),
  'enterprise.doorCard': (world, { id }) => ok(doorCardOf(world, parts, id)),
  'enterprise.newCreditEvent': (world, { id, type }) => ok({ id: newRecordId(), doc: newCreditEvent(world, id, type) as never }),
})
