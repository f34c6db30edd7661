import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { Bilingual } from '../kernel/bilingual.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { WordsFor } from '../kernel/words.ts'
import { DIMENSION_NAMES } from './dimension-names.ts'
import type { ControlName, ProblemStepProblem, TraineeGroup, VisitProblem } from './visit-problems.ts'

const CONTROLS: Readonly<Record<ControlName, Bilingual>> = {
  daily: { zh: '日管控', en: 'daily control' },
  weekly: { zh: '周排查', en: 'weekly screening' },
  monthly: { zh: '月调度', en: 'monthly dispatch' },
}
const GROUPS: Readonly<Record<TraineeGroup, Bilingual>> = {
  manager: { zh: '管理人员', en: 'managers' },
  worker: { zh: '一线职工', en: 'workers' },
}
const dimension = (name: string): Bilingual => DIMENSION_NAMES[name] ?? { zh: name, en: name }
const term = (from: string, until: string): Bilingual =>
  until === '' ? { zh: `${from} 起`, en: `from ${from}` } : { zh: `${from} 至 ${until}`, en: `${from} to ${until}` }

const ofVisits: WordsFor<Exclude<VisitProblem, FieldProblem | EnterpriseProblem>> = {
  'visit.inFuture': {
    zh: ({ on, today }) => `没有定稿：巡诊日期 ${on} 晚于今天（${today}），请核对`,
    en: ({ on, today }) => `Not sealed: the visit of ${on} would be after today (${today}); check the day`,
  },
  'visit.leftBeforeArrived': {
    zh: ({ arrivedAt, leftAt }) => `没有定稿：离开时间 ${leftAt} 早于到达时间 ${arrivedAt}，请核对`,
    en: ({ arrivedAt, leftAt }) => `Not sealed: leaving at ${leftAt} would be before arriving at ${arrivedAt}; check the times`,
  },
  'visit.controlAfterVisit': {
    zh: ({ control, lastOn, on }) => `没有定稿：${CONTROLS[control].zh}最近一次的日期 ${lastOn} 晚于巡诊日期 ${on}，请核对`,
    en: ({ control, lastOn, on }) =>
      `Not sealed: the last ${CONTROLS[control].en} on ${lastOn} would be after the visit of ${on}; check the day`,
  },
  'visit.scoreOutOfRange': {
    zh: ({ score, minimum, maximum }) => `没有定稿：评分只能是 ${String(minimum)} 到 ${String(maximum)} 的整数，现为 ${String(score)}`,
    en: ({ score, minimum, maximum }) =>
      `Not sealed: a score is a whole number from ${String(minimum)} to ${String(maximum)}; this is ${String(score)}`,
  },
  'visit.dimensionTwice': {
    zh: (facts) => `没有定稿：“${dimension(facts.dimension).zh}”评了两次，请保留一次`,
    en: (facts) => `Not sealed: “${dimension(facts.dimension).en}” is diagnosed twice; keep one`,
  },
  'visit.helperMissing': {
    zh: () => '没有定稿：请填写到场的帮扶人员，至少一人',
    en: () => 'Not sealed: say who came to help, one person at least',
  },
  'visit.helperTwice': {
    zh: ({ name }) => `没有定稿：帮扶人员“${name}”填了两次，人次会多算；同名的两人请加以区分`,
    en: ({ name }) => `Not sealed: “${name}” is among the helpers twice and would count twice; tell two people of one name apart`,
  },
  'visit.traineeTwice': {
    zh: ({ name, topic }) => `没有定稿：培训“${topic}”的签到名单里“${name}”出现两次；同名的两人请加以区分`,
    en: ({ name, topic }) => `Not sealed: “${name}” signed in twice for the training “${topic}”; tell two people of one name apart`,
  },
  'visit.traineesDontFit': {
    zh: ({ group, named, counted, topic }) =>
      `没有定稿：培训“${topic}”的${GROUPS[group].zh}填了 ${String(counted)} 人次，签到名单里是 ${String(named)} 人，请核对`,
    en: ({ group, named, counted, topic }) =>
      `Not sealed: the training “${topic}” counts ${String(counted)} ${GROUPS[group].en}, the sign-in list has ${String(named)}; make them agree`,
  },
  'visit.trainingOfNobody': {
    zh: ({ topic }) => `没有定稿：培训“${topic}”没有人参加；请填管理人员或一线职工人次，或删去这一项`,
    en: ({ topic }) => `Not sealed: nobody took part in the training “${topic}”; enter managers or workers, or remove it`,
  },
  'visit.problemTwice': {
    zh: ({ description }) => `没有定稿：问题“${description}”与另一个问题编号相同，请删去重填`,
    en: ({ description }) => `Not sealed: the problem “${description}” has the id of another one; remove it and enter it again`,
  },
  'visit.prescriptionWithoutProblem': {
    zh: ({ measure }) => `没有定稿：处方“${measure}”对应的问题不在本次巡诊里，请为它选一个问题`,
    en: ({ measure }) => `Not sealed: the prescription “${measure}” is for a problem that is not in this visit; choose one`,
  },
  'visit.dueBeforeVisit': {
    zh: ({ due, on }) => `没有定稿：处方期限 ${due} 早于巡诊日期 ${on}，请核对`,
    en: ({ due, on }) => `Not sealed: the prescription would be due on ${due}, before the visit of ${on}; check the day`,
  },
  'visit.teamMissing': {
    zh: () => '没有定稿：青年突击队巡回问诊要写明是哪一支突击队',
    en: () => 'Not sealed: a visit of a task force names its team',
  },
  'visit.noSuchTeam': {
    zh: () => '没有定稿：本机没有这支突击队，请重新选择',
    en: () => 'Not sealed: there is no such task force here; choose another',
  },
  'visit.teamNotActive': {
    zh: ({ name, from, until, on }) => `没有定稿：“${name}”的存续期是 ${term(from, until).zh}，不含 ${on}`,
    en: ({ name, from, until, on }) => `Not sealed: “${name}” stands ${term(from, until).en}, not on ${on}`,
  },
  'visit.noSuchAgreement': {
    zh: () => '没有定稿：本机没有这份服务协议，请重新选择或清空',
    en: () => 'Not sealed: there is no such service agreement here; choose another or leave it empty',
  },
  'visit.agreementOfAnother': {
    zh: ({ no, name }) => `没有定稿：协议 ${no} 是与“${name}”签订的，不是本企业`,
    en: ({ no, name }) => `Not sealed: the agreement ${no} is with “${name}”, another enterprise`,
  },
  'visit.agreementNotInForce': {
    zh: ({ no, from, until, on }) => `没有定稿：协议 ${no} 的期限是 ${term(from, until).zh}，${on} 不在期限内`,
    en: ({ no, from, until, on }) => `Not sealed: the agreement ${no} is in force ${term(from, until).en}, not on ${on}`,
  },
}

const ofSteps: WordsFor<ProblemStepProblem> = {
  'visit.noSuchProblem': {
    zh: ({ id }) => `没有写入：本机没有这个问题（${id}）；提出它的巡诊记录可能还没有收到`,
    en: ({ id }) => `Nothing was recorded: there is no such problem here (${id}); the visit that raised it may not have arrived`,
  },
  'visit.staysAsItIs': {
    zh: ({ field }) => `没有更正：${field === 'step' ? '步骤' : '问题'}不能更改；如属误记，请作废这条记录后重新记录`,
    en: ({ field }) => `Nothing was corrected: the ${field} cannot change; void this record and enter it anew`,
  },
  'visit.noSuchFacility': {
    zh: () => '没有写入：本机没有这个平台、站点或实验室，请重新选择',
    en: () => 'Nothing was recorded: there is no such platform, station or laboratory here; choose another',
  },
  'visit.nextNotAfter': {
    zh: ({ on, nextOn }) => `没有写入：下次复诊 ${nextOn} 应晚于本次 ${on}`,
    en: ({ on, nextOn }) => `Nothing was recorded: the next follow-up of ${nextOn} should be after this one of ${on}`,
  },
  'visit.solvedWithoutEvidence': {
    zh: ({ article }) => `没有写入：已解决须写明证据（${article.zh}）`,
    en: ({ article }) => `Nothing was recorded: “solved” needs its evidence in words (${article.en})`,
  },
  'visit.declinedWithoutReason': {
    zh: ({ article }) => `没有写入：不采纳须写明理由（${article.zh}）`,
    en: ({ article }) => `Nothing was recorded: “declined” needs the reason (${article.en})`,
  },
  'visit.effectIncomplete': {
    zh: () => '没有写入：成效要写明指标、改进前和改进后；没有就整项清空',
    en: () => 'Nothing was recorded: an effect says its measure, before and after; or clear all of it',
  },
  'visit.benefitWithoutAmount': {
    zh: ({ article }) => `没有写入：效益要有大于零的金额和计算依据（${article.zh}）`,
    en: ({ article }) => `Nothing was recorded: a benefit needs an amount above zero and its basis (${article.en})`,
  },
  'visit.confirmationIncomplete': {
    zh: () => '没有写入：企业确认要同时写明确认人和确认日期',
    en: () => 'Nothing was recorded: a confirmation names who confirmed, and the day',
  },
  'visit.confirmedOutOfTime': {
    zh: ({ on, from, until }) => `没有写入：企业确认日期 ${on} 应在 ${term(from, until).zh} 之间`,
    en: ({ on, from, until }) => `Nothing was recorded: the enterprise confirmed on ${on}, which should lie within ${term(from, until).en}`,
  },
}

export const visitWords = { ...ofVisits, ...ofSteps }
