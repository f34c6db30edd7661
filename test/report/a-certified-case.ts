import type { AWorld } from '../app/a-world.ts'
import { type Firm, sealed } from './help-documents.ts'

interface Wanted {
  readonly contribution: 'directHelp' | 'guidance'
  readonly certificationKind: 'qms' | 'ccc' | 'voluntaryProduct'
  /** How many certificates the case ends in, all issued on one day of October 2026. */
  readonly certificates: number
}

/** What each gate asks for, in the order of the stages; each is passed on a day of its own. */
const GATES = [
  ['screening', '2026-03-03', { willing: true, potential: true, grounds: '订单要求持证，基础较好' }],
  ['gapAnalysis', '2026-03-10', { gaps: [{ clause: '8.5.1', conformity: 'partly', action: '补充作业指导书' }], signedBy: '刘厂长' }],
  ['plan', '2026-03-20', { milestones: '五月文件发布，九月审核', helper: '陈医生', agreedBy: '刘厂长' }],
  [
    'documents',
    '2026-05-06',
    {
      documents: (['manual', 'procedure', 'record'] as const).map((group) => ({
        title: `示范文件 ${group}`,
        group,
        version: 'A/0',
        issuedOn: '2026-05-06',
      })),
    },
  ],
  ['trialRun', '2026-08-20', { startedOn: '2026-05-08', records: '三个月生产与检验记录' }],
  ['internalAudit', '2026-08-25', { auditors: ['赵内审'], allClauses: true, nonconformities: 2, openNonconformities: 0 }],
  ['managementReview', '2026-09-01', { outputs: '资源与目标已评审', topManager: '刘厂长', signed: true }],
  ['application', '2026-09-03', { body: '示范认证中心', bodyApprovalNo: 'CNCA-R-2002-001', contractOn: '2026-09-03' }],
  ['audit', '2026-10-08', { stage1On: '2026-09-20', stage2On: '2026-10-08', major: 0, minor: 2, openMajor: 0 }],
] as const

let number = 0

/** A case taken through its gates to its certificates; every step is recorded as a person would record it. */
export async function aCertifiedCase(world: AWorld, enterprise: Firm, { contribution, certificationKind, certificates }: Wanted) {
  const { region } = world.world.self
  number += 1
  const caseNo = `RZ-2026-${String(number).padStart(5, '0')}`
  const id = await sealed(world, 'certificationCase', {
    no: caseNo,
    region,
    enterprise,
    openedOn: '2026-03-01',
    certificationKind,
    contribution,
    helpers: [{ name: '陈医生' }],
  })
  const about = { case: id, caseNo, region, enterpriseId: enterprise.enterpriseId, enterpriseName: enterprise.name }
  for (const [step, on, facts] of GATES) await sealed(world, 'certificationStep', { step, on, ...about, ...facts })
  for (let index = 0; index < certificates; index++)
    await sealed(world, 'certificate', {
      region,
      enterprise,
      case: id,
      caseNo,
      contribution,
      certificationKind,
      number: certificateNumber(certificationKind, number, index),
      body: '示范认证中心',
      issuedOn: '2026-10-16',
      expiresOn: certificationKind === 'qms' ? '2029-10-15' : '2031-10-15',
      status: 'valid',
      verification: 'unverified',
    })
  return id
}

/** Numbers that look like those of their kind and name nobody's certificate. */
function certificateNumber(kind: Wanted['certificationKind'], of: number, index: number): string {
  const running = String(of * 10 + index).padStart(6, '0')
  return kind === 'qms' ? `01026Q${running}R0S` : `2026010901${running}`
}
