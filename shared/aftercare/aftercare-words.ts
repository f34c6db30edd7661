import type { WordsFor } from '../kernel/words.ts'
import type { AftercareProblem } from './aftercare-problems.ts'

const fields: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  case: { zh: '案件', en: 'case' },
  step: { zh: '步骤', en: 'step' },
  check: { zh: '抽查批次', en: 'check' },
  no: { zh: '案件编号', en: 'case number' },
}
const verdicts: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  nonconforming: { zh: '不合格', en: 'nonconforming' },
  seriouslyNonconforming: { zh: '严重不合格', en: 'seriously nonconforming' },
}

export const aftercareWords: WordsFor<AftercareProblem> = {
  'aftercare.noSuchCase': {
    zh: ({ id }) => `没有写入：本机没有这个案件（${id}）`,
    en: ({ id }) => `Nothing was recorded: there is no such case here (${id})`,
  },
  'aftercare.checkNotFailed': {
    zh: ({ state, article }) => `没有立案：该批次现在是“${state.zh}”，判定不合格后才进入后处理（${article.zh}）`,
    en: ({ state, article }) => `No case was opened: the check is “${state.en}”; after-care follows a failed verdict (${article.en})`,
  },
  'aftercare.alreadyOpen': {
    zh: ({ no }) => `没有立案：该批次已有案件 ${no}，请继续办理那一件`,
    en: ({ no }) => `No case was opened: this check has the case ${no} already; carry on with that one`,
  },
  'aftercare.openedBeforeVerdict': {
    zh: ({ on, day }) => `没有立案：立案日期 ${on} 早于判定日期 ${day}，请核对`,
    en: ({ on, day }) => `No case was opened: ${on} is before the verdict of ${day}; check the dates`,
  },
  'aftercare.staysAsItIs': {
    zh: ({ field }) => `没有更正：${fields[field]?.zh ?? field}不能更改；如属误记，请作废这条记录后重新记录`,
    en: ({ field }) => `Nothing was corrected: the ${fields[field]?.en ?? field} cannot change; void this record and enter it anew`,
  },
  'aftercare.notNoticed': {
    zh: ({ recipient, article }) => `没有写入：结果通知书还没有送达${recipient.zh}，异议期没有开始（${article.zh}）`,
    en: ({ recipient, article }) => `Nothing was recorded: ${recipient.en} has not been served the result notice yet (${article.en})`,
  },
  'aftercare.noticedAlready': {
    zh: ({ recipient, on }) => `没有写入：已于 ${on} 向${recipient.zh}送达；如有错误请更正那条记录`,
    en: ({ recipient, on }) => `Nothing was recorded: ${recipient.en} was served on ${on}; correct that record if it is wrong`,
  },
  'aftercare.noSuchRecipient': {
    zh: ({ recipient }) => `没有写入：本案没有“${recipient.zh}”这一送达对象`,
    en: ({ recipient }) => `Nothing was recorded: this case has no such recipient (${recipient.en})`,
  },
  'aftercare.settledAlready': {
    zh: ({ recipient, on }) => `没有写入：${recipient.zh}的异议权已于 ${on} 行使或期满，不能重复`,
    en: ({ recipient, on }) => `Nothing was recorded: the right of ${recipient.en} to object was used or lapsed on ${on}`,
  },
  'aftercare.objectionPending': {
    zh: ({ article }) => `没有写入：异议或复检还没有结论，结果尚未确定（${article.zh}）`,
    en: ({ article }) => `Nothing was recorded: an objection or retest is still open, so the result does not stand yet (${article.en})`,
  },
  'aftercare.noBackup': {
    zh: ({ article }) => `没有写入：没有可供复检的备用样品（未留样、已失效或已用于复检），不能复检（${article.zh}）`,
    en: ({ article }) => `Nothing was recorded: there is no backup sample to test again (none kept, unfit, or used up) (${article.en})`,
  },
  'aftercare.sameLab': {
    zh: ({ lab, article }) => `没有写入：${lab}是初检机构，不得承担复检；确系唯一有资质的机构时请勾选（${article.zh}）`,
    en: ({ lab, article }) =>
      `Nothing was recorded: ${lab} made the first test; another one retests unless it is the only qualified one (${article.en})`,
  },
  'aftercare.itemFails': {
    zh: ({ name, result, article }) => `没有写入：“${name}”实测 ${result}，不符合要求，与“未发现不合格”的结论矛盾（${article.zh}）`,
    en: ({ name, result, article }) =>
      `Nothing was recorded: “${name}” was found at ${result} and fails, against the conclusion (${article.en})`,
  },
  'aftercare.noItemFails': {
    zh: ({ article }) => `没有写入：所列项目全部符合要求，与“不合格”的结论矛盾（${article.zh}）`,
    en: ({ article }) => `Nothing was recorded: every item listed meets its requirement, against the conclusion (${article.en})`,
  },
  'aftercare.otherWeight': {
    zh: ({ verdict, article }) => `没有写入：按所列项目应为“${verdicts[verdict]?.zh ?? verdict}”，请核对结论（${article.zh}）`,
    en: ({ verdict, article }) =>
      `Nothing was recorded: by its items the sample is ${verdicts[verdict]?.en ?? verdict}; check the conclusion (${article.en})`,
  },
  'aftercare.itemUndecided': {
    zh: ({ name }) => `没有写入：“${name}”缺少实测值或标准值，不能判定`,
    en: ({ name }) => `Nothing was recorded: “${name}” lacks a result or a limit and cannot be judged`,
  },
  'aftercare.closingIncomplete': {
    zh: ({ steps, article }) => `没有结案：还有应办事项没有完成：${steps.zh}（${article.zh}）`,
    en: ({ steps, article }) => `The case was not closed: not done yet: ${steps.en} (${article.en})`,
  },
  'aftercare.observationRuns': {
    zh: ({ until }) => `没有结案：观察期到 ${until} 才结束`,
    en: ({ until }) => `The case was not closed: the observation period runs until ${until}`,
  },
  'aftercare.observationEnded': {
    zh: ({ on, until }) => `没有写入：观察期截止日 ${until} 早于设立日 ${on}`,
    en: ({ on, until }) => `Nothing was recorded: the observation period would end on ${until}, before it begins on ${on}`,
  },
  'aftercare.tooLate': {
    zh: ({ due, on, article }) => `没有写入：期限是 ${due}，${on} 已经逾期（${article.zh}）`,
    en: ({ due, on, article }) => `Nothing was recorded: the last day was ${due}; ${on} is too late (${article.en})`,
  },
  'aftercare.windowOpen': {
    zh: ({ due, on, article }) => `没有写入：期限到 ${due} 才届满，${on} 时对方仍可行使权利（${article.zh}）`,
    en: ({ due, on, article }) => `Nothing was recorded: the period runs until ${due}; on ${on} it was still open (${article.en})`,
  },
  'aftercare.windowNotOpen': {
    zh: ({ first, last, on, article }) => `没有写入：再次复查应在 ${first} 至 ${last} 之间，${on} 尚早（${article.zh}）`,
    en: ({ first, last, on, article }) =>
      `Nothing was recorded: the second recheck is between ${first} and ${last}; ${on} is too early (${article.en})`,
  },
}
