import { identityOf } from '#db/enterprise/identities'
import { getAgreementRow, listDoctorsOf, listOtherAgreements } from '#db/visit/agreement-queries'
import type { AgreementSummary } from '#shared/visit/agreement-contract'
import { isSameDoctor } from '#shared/visit/agreement-doctor'
import type { WorkAsked, WorkSource } from '../kernel/work-source.ts'
import type { World } from '../kernel/world.ts'
import { isEnding, standingAgreements } from './agreements.ts'

type Item = ReturnType<WorkSource>[number]

const itemOf = (agreement: AgreementSummary, type: Item['type'], due: string): Item => ({
  type,
  id: agreement.id,
  opens: 'serviceAgreement',
  enterpriseId: agreement.enterpriseId,
  enterprise: agreement.enterprise,
  matter: `${agreement.no} · ${agreement.doctors.join(' / ')}`,
  region: agreement.region,
  due,
})

/** Somebody of the same doctors goes on with the enterprise under an agreement that lasts longer: nothing is left to be done. */
function isSucceeded(world: World, { id, enterpriseId, lastDay }: AgreementSummary): boolean {
  const doctors = listDoctorsOf(world.db, id)
  return listOtherAgreements(world.db, enterpriseId, id).some(
    (other) => other.last > lastDay && other.doctors.some((theirs) => doctors.some((one) => isSameDoctor(one, theirs))),
  )
}

/** No visit within the interval: due on the last day of the promise. */
const idleItem = (agreement: AgreementSummary, until: string): Item[] =>
  agreement.visitBy === null || agreement.visitBy > until ? [] : [itemOf(agreement, 'agreementIdle', agreement.visitBy)]

/** Soon over, by the reminder of the reference data; one that was ended on purpose, or goes on in another, needs nobody. */
function endingItem(world: World, agreement: AgreementSummary): Item[] {
  const ended = getAgreementRow(world.db, agreement.id)?.ended ?? ''
  if (!isEnding(agreement) || ended !== '' || isSucceeded(world, agreement)) return []
  return [itemOf(agreement, 'agreementEnding', agreement.lastDay)]
}

const isOf = (world: World, enterpriseId: string | undefined): ((agreement: AgreementSummary) => boolean) => {
  if (enterpriseId === undefined) return () => true
  const wanted = identityOf(world.db, enterpriseId)
  return (agreement) => identityOf(world.db, agreement.enterpriseId) === wanted
}

/** What agreements promise: the next visit, and that they are renewed or ended in time. */
export const agreementWork: WorkSource = (world, { until, enterpriseId, limit }: WorkAsked) => {
  const ofEnterprise = isOf(world, enterpriseId)
  return standingAgreements(world)
    .filter(ofEnterprise)
    .flatMap((agreement) => [...idleItem(agreement, until), ...endingItem(world, agreement)])
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
    .slice(0, limit)
}
