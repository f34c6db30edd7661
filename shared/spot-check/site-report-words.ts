import type { WordsFor } from '../kernel/words.ts'
import type { SiteReportProblem } from './decide-site-report.ts'
import type { TaskProblem } from './decide-task.ts'

type Said =
  | Extract<
      SiteReportProblem,
      { readonly code: 'spotCheck.reasonMissing' | 'spotCheck.stampMissing' | 'spotCheck.processMissing' | 'spotCheck.witnessMissing' }
    >
  | Extract<TaskProblem, { readonly code: `spotCheck.${string}` }>

const reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  stopped: { zh: '停产', en: 'production stopped' },
  converted: { zh: '转产', en: 'makes something else now' },
  bankrupt: { zh: '倒闭', en: 'bankrupt' },
}
const reasonZh = (reason: string): string => reasons[reason]?.zh ?? reason
const reasonEn = (reason: string): string => reasons[reason]?.en ?? reason

/** Words of site reports (未抽到样品, 拒检, 终止) and of tasks. */
export const siteReportWords: WordsFor<Said> = {
  'spotCheck.reasonMissing': {
    zh: ({ article }) => `没有定稿：请选未抽到样品的原因（${article.zh}）`,
    en: ({ article }) => `Not sealed: say why no sample could be taken (${article.en})`,
  },
  'spotCheck.stampMissing': {
    zh: ({ reason, article }) =>
      `没有定稿：原因是“${reasonZh(reason)}”，须由当地市场监管部门盖章，请填部门名称并勾选已盖章（${article.zh}）`,
    en: ({ reason, article }) =>
      `Not sealed: for “${reasonEn(reason)}” the local bureau's stamp is needed; enter the bureau and tick “stamped” (${article.en})`,
  },
  'spotCheck.processMissing': {
    zh: ({ article }) => `没有定稿：请写明经过（${article.zh}）`,
    en: ({ article }) => `Not sealed: describe what happened (${article.en})`,
  },
  'spotCheck.witnessMissing': {
    zh: ({ article }) => `没有定稿：拒检须有见证人，请填姓名（${article.zh}）`,
    en: ({ article }) => `Not sealed: a refusal needs a witness; enter the name (${article.en})`,
  },
  'spotCheck.targetTwice': {
    zh: ({ name }) => `没有定稿：${name} 在任务里出现了两次`,
    en: ({ name }) => `Not sealed: ${name} stands in the task twice`,
  },
  'spotCheck.dueBeforeIssued': {
    zh: ({ issuedOn, dueOn }) => `没有定稿：截止日期 ${dueOn} 早于下达日期 ${issuedOn}`,
    en: ({ issuedOn, dueOn }) => `Not sealed: due on ${dueOn}, which is before it was issued (${issuedOn})`,
  },
  'spotCheck.kindWithoutRule': {
    zh: ({ kind }) => `没有定稿：本机没有“${kind}”的抽样细则（或没有所指的版本）；请导入细则，或在备注里写明依据`,
    en: ({ kind }) =>
      `Not sealed: this device has no sampling rule for “${kind}” (or not in that edition); import it, or say in the remarks what to go by`,
  },
}
