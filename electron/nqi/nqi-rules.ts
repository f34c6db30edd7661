import { getFacilityRow, getSameFacility, getUsesAfter } from '#db/nqi/facility-queries'
import type { EnterpriseProblem } from '#shared/enterprise/enterprise-contract'
import { textAt } from '#shared/kernel/kind'
import { decideFacility } from '#shared/nqi/decide-facility'
import { decideFacilityUse } from '#shared/nqi/decide-facility-use'
import type { Facility } from '#shared/nqi/facility'
import { enterpriseProblems } from '../enterprise/snapshot.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf } from '../kernel/world.ts'
import { isKnownRegion } from '../reference/reference-data.ts'

export const facilityRules: KindRules = {
  kind: 'facility',
  normalize: (_world, doc) => doc,
  decide: (world, { id, doc }) => {
    const [type, name, region] = [textAt(doc, 'type'), textAt(doc, 'name'), textAt(doc, 'region')]
    const closed = textAt(doc, 'closedOn')
    return decideFacility(doc, {
      platformKnown: getFacilityRow(world.db, textAt(doc, 'platformId'))?.type === 'platform',
      sameName: getSameFacility(world.db, { type, name, region, except: id }),
      usesAfter: closed === '' ? null : getUsesAfter(world.db, id, closed),
      enterpriseProblems: enterpriseProblems(world, textAt(doc, 'enterpriseId'), '/enterpriseId') as EnterpriseProblem[],
      regionKnown: isKnownRegion(region),
    })
  },
}

export const facilityUseRules: KindRules = {
  kind: 'facilityUse',
  normalize: (_world, doc) => doc,
  decide: (world, { doc }) => {
    const place = getFacilityRow(world.db, textAt(doc, 'facilityId'))
    const enterprise = textAt(doc, 'enterprise', 'enterpriseId')
    return decideFacilityUse(doc, {
      facility: place === null ? null : (place.doc as unknown as Facility),
      enterpriseProblems: enterpriseProblems(world, enterprise, '/enterprise') as EnterpriseProblem[],
      regionKnown: isKnownRegion(textAt(doc, 'region')),
      today: dayOf(world),
    })
  },
}
