import { getRecord } from '#db/kernel/records'
import { getSameNumber, listOtherAgreements } from '#db/visit/agreement-queries'
import type { EnterpriseProblem } from '#shared/enterprise/enterprise-contract'
import { textAt } from '#shared/kernel/kind'
import { decideAgreement } from '#shared/visit/agreement-decide'
import { enterpriseProblems } from '../enterprise/snapshot.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { isKnownRegion } from '../reference/reference-data.ts'

const isKnownAdviser =
  (world: World) =>
  (id: string): boolean => {
    const record = getRecord(world.db, id)
    return record?.kind === 'adviser' && record.state !== 'void'
  }

export const serviceAgreementRules: KindRules = {
  kind: 'serviceAgreement',
  normalize: (_world, doc) => doc,
  decide: (world, { id, doc }) => {
    const enterprise = textAt(doc, 'enterprise', 'enterpriseId')
    return decideAgreement(doc, {
      others: listOtherAgreements(world.db, enterprise, id),
      sameNumber: getSameNumber(world.db, textAt(doc, 'no').trim(), id),
      isKnownAdviser: isKnownAdviser(world),
      enterpriseProblems: enterpriseProblems(world, enterprise, '/enterprise') as EnterpriseProblem[],
      regionKnown: isKnownRegion(textAt(doc, 'region')),
      today: dayOf(world),
    })
  },
}
