import { z } from 'zod'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { CERTIFICATION } from './certification-case.ts'

const text = z.string().min(2).max(2000)
const person = z.string().min(1).max(60)
const count = z.int().min(0).max(1000)
const about = {
  case: RecordId,
  on: LocalDate,
  region: Region,
  caseNo: z.string().max(60).optional(),
  enterpriseId: RecordId,
  enterpriseName: z.string().max(120),
  note: z.string().max(2000).optional(),
}
const step = <const Name extends string, const Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ step: z.literal(name), ...about, ...shape })

/** What a gate asks for is optional here and asked by the table of stages: a gate refuses in its own words. */
export const CertificationStep = z.discriminatedUnion('step', [
  /** 1 意向、筛选. */
  step('screening', { willing: z.boolean().optional(), potential: z.boolean().optional(), grounds: text.optional() }),
  /** 2 质量体检、差距分析. */
  step('gapAnalysis', {
    gaps: z
      .array(
        z.strictObject({
          clause: z.string().min(1).max(60),
          conformity: z.enum(['conforming', 'partly', 'nonconforming']),
          gap: z.string().max(500).optional(),
          action: z.string().max(500).optional(),
        }),
      )
      .max(200),
    signedBy: person.optional(),
  }),
  /** 3 提升方案. */
  step('plan', {
    milestones: text.optional(),
    helper: person.optional(),
    budgetYuan: z.string().max(20).optional(),
    agreedBy: person.optional(),
  }),
  /** 4 体系文件. */
  step('documents', {
    documents: z
      .array(
        z.strictObject({
          title: z.string().min(1).max(120),
          group: z.enum(['manual', 'procedure', 'record']),
          version: z.string().max(30).optional(),
          issuedOn: LocalDate.optional(),
        }),
      )
      .max(200),
  }),
  /** 5 试运行: `on` is the day it was judged long enough. */
  step('trialRun', { startedOn: LocalDate.optional(), records: text.optional() }),
  /** 6 内审. */
  step('internalAudit', {
    auditors: z.array(person).max(20),
    allClauses: z.boolean().optional(),
    nonconformities: count.optional(),
    openNonconformities: count.optional(),
  }),
  /** 7 管理评审. */
  step('managementReview', { outputs: text.optional(), topManager: person.optional(), signed: z.boolean().optional() }),
  /** 8 申请、受理: a contract with a body that CNCA approved; whose it is, is the enterprise's choice. */
  step('application', {
    body: z.string().max(120).optional(),
    bodyApprovalNo: z.string().max(60).optional(),
    contractOn: LocalDate.optional(),
  }),
  /** 9 一阶段、二阶段审核. */
  step('audit', {
    stage1On: LocalDate.optional(),
    stage2On: LocalDate.optional(),
    major: count.optional(),
    minor: count.optional(),
    openMajor: count.optional(),
  }),
  /** 11 监督审核. */
  step('surveillance', { body: z.string().max(120).optional(), result: z.enum(['kept', 'suspended', 'withdrawn']).optional() }),
  /** 12 再认证. */
  step('recertification', { result: z.enum(['renewed', 'lapsed']).optional() }),
  /** 办结: helped to the end; what is certified lives on without the case. */
  step('complete', {}),
  step('suspend', { reason: text }),
  step('resume', { reason: text }),
  step('abandon', { reason: text }),
  step('fail', { reason: text }),
])
export type CertificationStep = z.infer<typeof CertificationStep>
export type CertificationStepName = CertificationStep['step']

/** 认证帮扶步骤; the tenth stage is taken by the certificates themselves. */
export const certificationStepKind = defineKind<CertificationStep>({
  name: 'certificationStep',
  version: 1,
  schema: CertificationStep,
  merge: {
    groups: [
      ['/enterpriseId', '/enterpriseName'],
      ['/willing', '/potential', '/grounds'],
      ['/nonconformities', '/openNonconformities'],
      ['/body', '/bodyApprovalNo', '/contractOn'],
      ['/major', '/openMajor', '/minor'],
    ],
    keyed: { '/gaps': { key: ['clause'] }, '/documents': { key: ['title'] } },
  },
  summarise: (doc) => ({
    no: textAt(doc, 'caseNo'),
    title: textAt(doc, 'enterpriseName'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'body'), textAt(doc, 'step')],
  }),
  acts: (doc) => [{ procedure: CERTIFICATION, subject: textAt(doc, 'case'), step: textAt(doc, 'step'), on: textAt(doc, 'on') }],
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterpriseId')], on: textAt(doc, 'on') }),
})
