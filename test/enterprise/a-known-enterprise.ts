import { newRecordId } from '#electron/kernel/world'
import { aCase, aFailedCheck, took } from '../aftercare/a-case.ts'
import { type AWorld, aClock, aWorld, type Person } from '../app/a-world.ts'
import { anAgreement, aVisit, type Firm, problems, sealed, solve } from '../report/help-documents.ts'
import { addEnterprise } from './an-enterprise.ts'

export interface Known {
  readonly world: AWorld
  /** The entry that stays, and one that looks like it. */
  readonly firm: Firm
  readonly other: Firm
  readonly caseId: string
}

const party = ({ enterpriseId, name }: Firm) => ({ inspectedParty: { enterpriseId, name } })

const event = (world: AWorld, { enterpriseId, name, region }: Firm, changes: object): Promise<string> =>
  sealed(world, 'creditEvent', { enterpriseId, enterpriseName: name, region, ...changes })

const certificate = (world: AWorld, enterprise: Firm, number: string, expiresOn: string): Promise<string> =>
  sealed(world, 'certificate', {
    region: enterprise.region,
    enterprise,
    certificationKind: 'qms',
    number,
    body: '示范认证中心',
    standard: 'GB/T 19001-2016',
    issuedOn: '2024-03-01',
    expiresOn,
    status: 'valid',
    verification: 'unverified',
  })

/** A firm with a year behind it: a failed check and its case, two visits, a prescription, a certificate about to expire, a complaint, an honour. */
export async function aKnownEnterprise(person: Person = {}): Promise<Known> {
  const world = await aWorld({ ...person, clock: aClock('2026-03-02T10:00:00+08:00') })
  const name = '重庆示范水泥有限公司'
  const enterpriseId = await addEnterprise(world, { contact: '刘厂长', phone: '13800000001' })
  const firm: Firm = { enterpriseId, name, uscc: '91500103MA0DEM013Q', region: '500103' }
  const twin = { name: '重庆市示范水泥有限责任公司', uscc: undefined, noUsccReason: '换证中' }
  const other: Firm = { enterpriseId: await addEnterprise(world, twin), name: twin.name, region: '500103' }
  const caseId = await aCase(world, '2026-04-01', party(firm))
  await took({ world, id: caseId }, 'notice', '2026-04-03')
  await aFailedCheck(world, '2026-05-06', { ...party(other), product: { model: '散装 P·O 52.5' } })
  const [first, second] = problems(2)
  const raised = [first, second].flatMap((one) => (one === undefined ? [] : [one]))
  const at = (seconds: number): void => world.clock.pass(seconds)
  at(150 * 86_400) // October
  await aVisit(world, firm, {
    on: '2026-09-20',
    helpers: [{ name: '陈专家' }, { name: '周队长' }],
    problems: raised,
    prescriptions: [{ problem: second?.id ?? newRecordId(), measure: '三氧化硫每班自检并留样', owner: '刘厂长', due: '2026-10-20' }],
    trainings: [{ topic: '出厂检验', managers: 2, workers: 12 }],
    controls: { daily: { carried: 'yes' }, weekly: { carried: 'partly' }, monthly: { carried: 'no' } },
    summary: '化验室记录不全，已开处方。',
  })
  await solve(world, firm, first?.id ?? '', { on: '2026-09-28' })
  await aVisit(world, other, { on: '2026-06-01' })
  await anAgreement(world, firm)
  await certificate(world, firm, '02724Q10001R0M', '2026-12-31')
  await event(world, other, { type: 'complaint', on: '2026-08-08', title: '反映袋装水泥重量不足', source: '12315', no: 'TS-2026-0808' })
  await event(world, firm, { type: 'honour', on: '2025-12-01', title: '区长质量管理奖', source: '渝中区人民政府' })
  return { world, firm, other, caseId }
}
