import type { Bilingual } from '../kernel/bilingual.ts'
import type { WorkType } from '../kernel/work-contract.ts'

/** What the kinds of record that name an enterprise are called on paper; the window has its own words. */
export const KIND_NAMES: Readonly<Record<string, Bilingual>> = {
  samplingSheet: { zh: '抽样单', en: 'sampling sheet' },
  siteReport: { zh: '现场情况', en: 'site report' },
  spotCheckTask: { zh: '抽查任务', en: 'task' },
  aftercareCase: { zh: '后处理案件', en: 'after-care case' },
  visit: { zh: '巡诊', en: 'visit' },
  problemStep: { zh: '问题处置', en: 'problem' },
  serviceAgreement: { zh: '服务协议', en: 'agreement' },
  facilityUse: { zh: '一站式服务', en: 'one-stop service' },
  certificationCase: { zh: '认证帮扶案', en: 'certification case' },
  certificationStep: { zh: '认证帮扶步骤', en: 'certification step' },
  certificate: { zh: '证书', en: 'certificate' },
  creditEvent: { zh: '信用事件', en: 'credit event' },
  enterpriseMerge: { zh: '企业归并', en: 'merge' },
}

/** What something promised is called on paper. */
export const WORK_NAMES: Readonly<Record<WorkType, Bilingual>> = {
  prescriptionDue: { zh: '处方到期', en: 'prescription due' },
  followUpDue: { zh: '复诊到期', en: 'follow-up due' },
  referralUnanswered: { zh: '转介待答复', en: 'referral unanswered' },
  benefitUnconfirmed: { zh: '效益待确认', en: 'benefit unconfirmed' },
  agreementIdle: { zh: '协议未巡诊', en: 'agreement without a visit' },
  agreementEnding: { zh: '协议将到期', en: 'agreement ending' },
  certificateExpiring: { zh: '证书到期', en: 'certificate expiring' },
  certificateUnverified: { zh: '证书待核验', en: 'certificate to be verified' },
  surveillanceDue: { zh: '监督审核到期', en: 'surveillance audit due' },
  caseIdle: { zh: '帮扶案停滞', en: 'certification case idle' },
}
