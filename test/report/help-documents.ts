import { newRecordId } from '#electron/kernel/world'
import type { AWorld } from '../app/a-world.ts'

/** Where documents are sealed: a world of a test, or an app that a process of its own started. */
export type Desk = Pick<AWorld, 'done' | 'world'>

/** An enterprise as documents name it. */
export interface Firm {
  readonly enterpriseId: string
  readonly name: string
  readonly uscc?: string
  readonly region: string
}

type Doc = Readonly<Record<string, unknown>>

/** Seals a document as a person does: saved, then submitted. */
export async function sealed({ done }: Desk, kind: string, doc: Doc): Promise<string> {
  const id = newRecordId()
  await done('record.saveDraft', { id, kind, doc })
  await done('record.submit', { id })
  return id
}

export async function aFirm({ done, world }: Desk, facts: { readonly name: string; readonly uscc?: string }): Promise<Firm> {
  const enterpriseId = newRecordId()
  const firm = { ...facts, region: world.self.region }
  const code = facts.uscc === undefined ? { noUsccReason: '企业当日未出示营业执照' } : {}
  await done('enterprise.add', { id: enterpriseId, doc: { ...firm, ...code, address: '演示路 1 号' } })
  return { enterpriseId, ...firm }
}

export const aTaskForce = (world: Desk, name: string, changes: Doc = {}): Promise<string> =>
  sealed(world, 'taskForce', { name, region: world.world.self.region, captain: '周队长', members: [], foundedOn: '2026-09-01', ...changes })

let number = 0
const nextNo = (prefix: string): string => {
  number += 1
  return `${prefix}-2026-${String(number).padStart(6, '0')}`
}

export const aVisit = (world: Desk, enterprise: Firm, changes: Doc): Promise<string> =>
  sealed(world, 'visit', {
    no: nextNo('XZ'),
    region: world.world.self.region,
    kind: 'foodHundred',
    on: '2026-10-12',
    follow: 'first',
    enterprise,
    helpers: [{ name: '陈专家' }],
    diagnosis: [],
    problems: [],
    prescriptions: [],
    trainings: [],
    ...changes,
  })

/** So many problems, each with an id of its own. */
export const problems = (count: number): readonly (Doc & { readonly id: string })[] =>
  Array.from({ length: count }, (_none, index) => ({
    id: newRecordId(),
    type: index % 2 === 0 ? 'managerial' : 'technical',
    severity: 'ordinary',
    description: `第 ${String(index + 1)} 个问题：出厂检验记录不全`,
  }))

export const aProblemStep = (world: Desk, firm: Firm, problem: string, changes: Doc): Promise<string> =>
  sealed(world, 'problemStep', {
    step: 'followUp',
    problem,
    on: '2026-10-28',
    region: world.world.self.region,
    enterpriseId: firm.enterpriseId,
    enterpriseName: firm.name,
    description: '出厂检验记录不全',
    ...changes,
  })

export const solve = (world: Desk, firm: Firm, problem: string, changes: Doc = {}): Promise<string> =>
  aProblemStep(world, firm, problem, { state: 'solved', evidence: '现场核对，记录已补齐', ...changes })

export const anAgreement = (world: Desk, enterprise: Firm, changes: Doc = {}): Promise<string> =>
  sealed(world, 'serviceAgreement', {
    no: nextNo('XY'),
    region: world.world.self.region,
    enterprise,
    doctors: [{ name: '陈医生' }],
    signedOn: '2026-09-10',
    validFrom: '2026-09-10',
    validTo: '2027-09-09',
    intervalDays: 90,
    scope: '质量管理体系与出厂检验',
    ...changes,
  })

export const aFacility = (world: Desk, type: 'platform' | 'station' | 'sharedLab', name: string, changes: Doc = {}): Promise<string> =>
  sealed(world, 'facility', { type, name, region: world.world.self.region, elements: ['testing'], openedOn: '2026-03-01', ...changes })

/** A station, with a platform of its own unless it is told which. */
export async function aStation(world: Desk, name: string, platform?: string, changes: Doc = {}): Promise<string> {
  const platformId = platform ?? (await aFacility(world, 'platform', `${name}所属平台`))
  return aFacility(world, 'station', name, { platformId, ...changes })
}

export interface Counter {
  readonly id: string
  readonly name: string
}

const confirmed = (yuan: number): Doc => ({
  benefit: { yuan: String(yuan), basis: '返工减少，按台账核算', confirmedBy: '刘厂长', confirmedOn: '2026-10-20' },
})

/** A service of a station; with `yuan` one that solved a problem and brought so much. */
export const aService = (world: Desk, enterprise: Firm, station: Counter, yuan?: number): Promise<string> =>
  sealed(world, 'facilityUse', {
    facilityId: station.id,
    facilityName: station.name,
    type: 'service',
    region: world.world.self.region,
    on: '2026-10-09',
    enterprise,
    element: 'standards',
    matter: '执行标准查询',
    ...(yuan === undefined
      ? {}
      : { problems: 1, solved: 1, solvedOn: '2026-10-20', answer: '已提供现行标准并指导修订', ...confirmed(yuan) }),
  })

export const aLabUse = (world: Desk, enterprise: Firm, lab: Counter, yuan: number): Promise<string> =>
  sealed(world, 'facilityUse', {
    facilityId: lab.id,
    facilityName: lab.name,
    type: 'labUse',
    region: world.world.self.region,
    on: '2026-10-15',
    enterprise,
    element: 'testing',
    matter: '型式试验 6 项',
    uses: 2,
    ...confirmed(yuan),
  })
