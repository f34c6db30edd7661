import { newRecordId } from '#electron/kernel/world'
import type { Answer } from '#shared/app/contract'
import { STAGES } from '#shared/certification/stages'
import type { Problem, Result } from '#shared/kernel/result'
import { moveTo, seal } from '../aftercare/a-case.ts'
import type { AWorld } from '../app/a-world.ts'

type Doc = { readonly [key: string]: unknown }

/** An enterprise of the directory. */
export async function anEnterprise(world: AWorld, name = '重庆示范阀门有限公司'): Promise<string> {
  const id = newRecordId()
  await world.done('enterprise.add', { id, doc: { name, region: '500103', address: '民族路 1 号', noUsccReason: '测试数据' } })
  return id
}

/** An open case of an enterprise, opened on a day. */
export async function aCertificationCase(world: AWorld, day: string, enterprise: string, changes: Doc = {}): Promise<string> {
  moveTo(world, day)
  const { id, doc } = await world.done('certification.newCase', { enterprise })
  const answer = await seal(world, 'certificationCase', { ...doc, openedOn: day, scope: '阀门', ...changes }, id)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems, null, 2))
  return id
}

/** What passes each gate, besides its day. */
export const PASSING: Readonly<Record<string, Doc>> = {
  screening: { willing: true, potential: true, grounds: '订单客户要求' },
  gapAnalysis: { gaps: [{ clause: '7.1.5', conformity: 'partly', gap: '量具未检定', action: '送检' }], signedBy: '张总' },
  plan: { milestones: '十月完成文件，十一月试运行', agreedBy: '张总' },
  documents: {
    documents: [
      { title: '质量手册', group: 'manual', version: 'A/0', issuedOn: '2024-02-01' },
      { title: '文件控制程序', group: 'procedure', version: 'A/0', issuedOn: '2024-02-01' },
      { title: '首检记录', group: 'record', version: 'A/0', issuedOn: '2024-02-01' },
    ],
  },
  trialRun: { startedOn: '2024-03-01', records: '首检、巡检记录齐全' },
  internalAudit: { auditors: ['赵内审'], allClauses: true, nonconformities: 2, openNonconformities: 0 },
  managementReview: { outputs: '继续改进', topManager: '张总', signed: true },
  application: { body: '示范认证有限公司', bodyApprovalNo: 'CNCA-R-2002-001', contractOn: '2024-07-01' },
  audit: { stage1On: '2024-08-01', stage2On: '2024-08-20', major: 1, minor: 3, openMajor: 0 },
  surveillance: { result: 'kept' },
  recertification: { result: 'renewed' },
  complete: {},
  suspend: { reason: '企业搬迁' },
  resume: { reason: '搬迁完成' },
  abandon: { reason: '企业放弃' },
  fail: { reason: '审核未通过' },
}

/** The day on which each stage of the ordinary case is passed. */
export const DAYS: Readonly<Record<string, string>> = {
  screening: '2024-01-10',
  gapAnalysis: '2024-01-20',
  plan: '2024-01-30',
  documents: '2024-02-10',
  trialRun: '2024-06-01',
  internalAudit: '2024-06-10',
  managementReview: '2024-06-20',
  application: '2024-07-02',
  audit: '2024-09-01',
  certificate: '2024-09-10',
}

export interface InCase {
  readonly world: AWorld
  readonly id: string
}

let running = 100000

/** What a person types who will not wait for the form of the window. */
async function bareCertificate(world: AWorld, id: string): Promise<Doc> {
  const enterprise = (await world.done('record.get', { id }))?.doc['enterprise']
  return { enterprise, region: '500103', case: id, certificationKind: 'qms', status: 'valid', verification: 'unverified' }
}

/** Records a certificate of a case as the window does: filled in by the store, the number by the person. */
export async function certify({ world, id }: InCase, on: string, changes: Doc = {}): Promise<Result<{ readonly id: string }>> {
  moveTo(world, on)
  const fresh = await world.call('certification.newCertificate', { case: id })
  const doc = fresh.ok ? fresh.value.doc : { ...(await bareCertificate(world, id)) }
  running += 1
  const own = {
    number: `03424Q${String(running)}R0S`,
    body: '示范认证有限公司',
    issuedOn: on,
    expiresOn: `${String(Number(on.slice(0, 4)) + 3)}${on.slice(4)}`,
  }
  return seal(world, 'certificate', { ...doc, ...own, ...changes })
}

/** Records a step as the window does; `certificate` records a certificate. */
export async function take(inCase: InCase, step: string, on: string, changes: Doc = {}): Promise<Result<{ readonly id: string }>> {
  if (step === 'certificate') return certify(inCase, on, changes)
  const { world, id } = inCase
  moveTo(world, on)
  const fresh = await world.call('certification.newStep', { case: id, step })
  const doc = fresh.ok ? fresh.value.doc : { step, case: id, region: '500103', enterpriseId: id, enterpriseName: '示范' }
  return seal(world, 'certificationStep', { ...doc, ...PASSING[step], on, ...changes })
}

export async function took(inCase: InCase, step: string, on: string, changes: Doc = {}): Promise<string> {
  const answer = await take(inCase, step, on, changes)
  if (!answer.ok) throw new Error(`${step} ${on}: ${JSON.stringify(answer.problems, null, 2)}`)
  return answer.value.id
}

/** Passes every gate before a stage, so that the case stands in it. */
export async function walkTo(inCase: InCase, stage: string): Promise<void> {
  for (const { step } of STAGES) {
    if (step === stage) return
    await took(inCase, step, DAYS[step] ?? '')
  }
}

export type Detail = NonNullable<Extract<Answer<'certification.getCase'>, { ok: true }>['value']>

export async function detailOf({ world, id }: InCase): Promise<Detail> {
  const detail = await world.done('certification.getCase', { id })
  if (detail === null) throw new Error('no such case')
  return detail
}

export const problemsOf = (answer: Result<unknown>): readonly Problem[] => (answer.ok ? [] : answer.problems)
export const codes = (answer: Result<unknown>): string[] => problemsOf(answer).map(({ code }) => code)

/** Certificates as they are counted: how many, of how many enterprises, by group. */
export function counted({ world: { db } }: { readonly world: { readonly db: AWorld['world']['db'] } }) {
  return db.all<{ grp: string; certificates: number; enterprises: number }>(
    `SELECT m.grp, sum(m.amount) AS certificates, count(DISTINCT COALESCE(i.identity, m.enterprise)) AS enterprises
     FROM measures m LEFT JOIN enterprise_identities i ON i.rid = m.enterprise WHERE m.name = 'certificate' GROUP BY m.grp ORDER BY m.grp`,
  )
}
