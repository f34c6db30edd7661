import { seal } from '../aftercare/a-case.ts'
import type { AWorld } from '../app/a-world.ts'
import { aCement } from '../enterprise/an-enterprise.ts'

type Doc = { readonly [key: string]: unknown }

/** What an enterprise has in place of a code, so that it is no other one by its code. */
export const unregistered = { uscc: undefined, noUsccReason: '企业当日未出示营业执照' }

/** An agreement that may be sealed, of one year and a visit every sixty days. */
export const anAgreementDoc = (enterpriseId: string, changes: Doc = {}): Doc => ({
  no: 'XY-1',
  region: '500103',
  enterprise: { enterpriseId, name: aCement.name, region: '500103' },
  doctors: [{ name: '陈医生' }],
  signedOn: '2026-09-01',
  validFrom: '2026-09-01',
  validTo: '2027-08-31',
  intervalDays: 60,
  scope: '质量管理体系与出厂检验',
  ...changes,
})

export async function anAgreement(world: AWorld, enterpriseId: string, changes: Doc = {}): Promise<string> {
  const answer = await seal(world, 'serviceAgreement', anAgreementDoc(enterpriseId, changes))
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems, null, 2))
  return answer.value.id
}
