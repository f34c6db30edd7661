import type { Bilingual } from '../kernel/bilingual.ts'
import type { Requirement } from './requirement.ts'

/** One stage of a case; `step` names the stage, the state in which it is worked on, and the record that passes its gate. */
export interface Stage {
  readonly no: number
  readonly step: string
  readonly name: Bilingual
  /** What opens the way to the next stage. */
  readonly gate: Bilingual
  readonly requirements: readonly Requirement[]
  /** The state that follows when the gate is passed. */
  readonly next: string
  /** How often its step is taken before the gate is passed; once when left out. */
  readonly times?: number
  /** Outcomes that lead elsewhere: value of `field` → state; its own state means that the stage goes on, and does not count. */
  readonly turns?: { readonly field: string; readonly to: Readonly<Record<string, string>> }
  /** Later states in which its step may be taken again without leading anywhere. */
  readonly againIn?: readonly string[]
  /** Deadline rule that runs while a case stands here, from the day it came or from the last step taken here. */
  readonly clock?: string
  /** Key of the article that a refusal and the screen name. */
  readonly article: string
}

const filled = (field: string, zh: string, en: string): Requirement => ({ field, must: 'filled', words: { zh, en } })
const ticked = (field: string, zh: string, en: string): Requirement => ({ field, must: 'true', words: { zh, en } })
const zero = (field: string, zh: string, en: string): Requirement => ({ field, must: 'zero', words: { zh, en } })
const some = (field: string, zh: string, en: string): Requirement => ({ field, must: 'atLeastOne', words: { zh, en } })
const issued = (value: string, zh: string, en: string): Requirement => ({
  field: 'documents',
  must: { entry: { field: 'group', value, filled: 'issuedOn' } },
  words: { zh, en },
})

/** 认证帮扶的十二个阶段和关口; everything that a case may do follows from this table. */
export const STAGES: readonly Stage[] = [
  {
    no: 1,
    step: 'screening',
    name: { zh: '意向筛选', en: 'screening' },
    gate: { zh: '企业提升意愿强烈、提升潜力较大', en: 'the enterprise is willing and has potential' },
    requirements: [
      ticked('willing', '企业有提升意愿', 'the enterprise is willing'),
      ticked('potential', '企业有提升潜力', 'the enterprise has potential'),
    ],
    next: 'gapAnalysis',
    clock: 'stageIdle',
    article: 'certProgramme',
  },
  {
    no: 2,
    step: 'gapAnalysis',
    name: { zh: '质量体检与差距分析', en: 'gap analysis' },
    gate: { zh: '差距清单经企业签字确认', en: 'gap list signed by the enterprise' },
    requirements: [
      some('gaps', '差距清单至少有一条', 'at least one entry in the gap list'),
      filled('signedBy', '差距清单的签字人', 'who signed the gap list'),
    ],
    next: 'plan',
    clock: 'stageIdle',
    article: 'certProgramme',
  },
  {
    no: 3,
    step: 'plan',
    name: { zh: '提升方案', en: 'improvement plan' },
    gate: { zh: '提升方案经企业同意', en: 'plan agreed by the enterprise' },
    requirements: [
      filled('milestones', '方案的节点安排', 'the milestones of the plan'),
      filled('agreedBy', '企业同意方案的人', 'who agreed to the plan for the enterprise'),
    ],
    next: 'documents',
    clock: 'stageIdle',
    article: 'certProgramme',
  },
  {
    no: 4,
    step: 'documents',
    name: { zh: '体系文件', en: 'system documents' },
    gate: { zh: '手册、程序、记录文件均已发布', en: 'manual, procedures and records issued' },
    requirements: [
      issued('manual', '手册已发布（有发布日期）', 'a manual issued, with its date'),
      issued('procedure', '程序文件已发布（有发布日期）', 'a procedure issued, with its date'),
      issued('record', '记录表单已发布（有发布日期）', 'a record form issued, with its date'),
    ],
    next: 'trialRun',
    clock: 'stageIdle',
    article: 'certDocuments',
  },
  {
    no: 5,
    step: 'trialRun',
    name: { zh: '试运行', en: 'trial run' },
    gate: { zh: '试运行满期并有运行记录', en: 'trial run long enough, with records' },
    requirements: [
      filled('startedOn', '试运行开始日期', 'the day the trial run began'),
      filled('records', '运行记录', 'the records of the run'),
    ],
    next: 'internalAudit',
    clock: 'stageIdle',
    article: 'certTrialRun',
  },
  {
    no: 6,
    step: 'internalAudit',
    name: { zh: '内审', en: 'internal audit' },
    gate: { zh: '内审覆盖全部条款，不符合项全部关闭', en: 'all clauses covered, nonconformities closed' },
    requirements: [
      some('auditors', '内审员', 'the internal auditors'),
      ticked('allClauses', '覆盖全部条款', 'all clauses covered'),
      zero('openNonconformities', '未关闭的不符合项为 0', 'no nonconformity left open'),
    ],
    next: 'managementReview',
    clock: 'stageIdle',
    article: 'certInternalAudit',
  },
  {
    no: 7,
    step: 'managementReview',
    name: { zh: '管理评审', en: 'management review' },
    gate: { zh: '评审纪要由最高管理者签署', en: 'minutes signed by the top manager' },
    requirements: [
      filled('topManager', '最高管理者姓名', 'the name of the top manager'),
      ticked('signed', '评审纪要已签署', 'the minutes are signed'),
    ],
    next: 'application',
    clock: 'stageIdle',
    article: 'certManagementReview',
  },
  {
    no: 8,
    step: 'application',
    name: { zh: '申请与受理', en: 'application' },
    gate: { zh: '与经国家认监委批准的认证机构签订合同', en: 'contract with a body that CNCA approved' },
    requirements: [
      filled('body', '企业选定的认证机构', 'the certification body that the enterprise chose'),
      filled('bodyApprovalNo', '认证机构批准号', 'the CNCA approval number of the body'),
      filled('contractOn', '合同签订日期', 'the day of the contract'),
    ],
    next: 'audit',
    clock: 'stageIdle',
    article: 'certBody',
  },
  {
    no: 9,
    step: 'audit',
    name: { zh: '一、二阶段审核', en: 'certification audit' },
    gate: { zh: '严重不符合项全部关闭', en: 'major nonconformities closed' },
    requirements: [
      filled('stage2On', '二阶段审核（产品认证为工厂检查）日期', 'the day of the stage 2 audit, or of the factory inspection'),
      zero('openMajor', '未关闭的严重不符合项为 0', 'no major nonconformity left open'),
    ],
    next: 'certificate',
    clock: 'stageIdle',
    article: 'certAudit',
  },
  {
    no: 10,
    step: 'certificate',
    name: { zh: '认证决定与发证', en: 'certificate' },
    gate: { zh: '证书已登记，待核验的列入核验清单', en: 'certificate recorded, and looked up or due to be' },
    requirements: [
      filled('number', '证书编号', 'the number of the certificate'),
      filled('verification', '核验情况', 'whether it was looked up in the public register'),
    ],
    next: 'surveillance',
    againIn: ['surveillance', 'recertification'],
    clock: 'stageIdle',
    article: 'certCertificate',
  },
  {
    no: 11,
    step: 'surveillance',
    name: { zh: '监督审核', en: 'surveillance audit' },
    gate: { zh: '两次监督审核完成，证书保持', en: 'two surveillance audits done, certificate kept' },
    requirements: [filled('result', '监督审核结果', 'the result of the surveillance audit')],
    next: 'recertification',
    times: 2,
    turns: { field: 'result', to: { suspended: 'surveillance', withdrawn: 'failed' } },
    clock: 'surveillance',
    article: 'certSurveillance',
  },
  {
    no: 12,
    step: 'recertification',
    name: { zh: '再认证', en: 'recertification' },
    gate: { zh: '证书到期前完成再认证', en: 'recertified before the certificate expires' },
    requirements: [filled('result', '再认证结果', 'the result of the recertification')],
    next: 'surveillance',
    turns: { field: 'result', to: { lapsed: 'completed' } },
    article: 'certRecertification',
  },
]

export const ENDED: Readonly<Record<'completed' | 'abandoned' | 'failed', Bilingual>> = {
  completed: { zh: '帮扶办结', en: 'completed' },
  abandoned: { zh: '已放弃', en: 'abandoned' },
  failed: { zh: '未通过', en: 'failed' },
}

export const stageOf = (state: string): Stage | undefined => STAGES.find(({ step }) => step === state)

/** The stages from where a case stands up to, not with, one that is wanted: their gates are still closed. */
export function closedBefore(state: string, wanted: string): readonly Stage[] {
  const [from, to] = [STAGES.findIndex(({ step }) => step === state), STAGES.findIndex(({ step }) => step === wanted)]
  return from < 0 ? [] : STAGES.slice(from, Math.max(from, to))
}
