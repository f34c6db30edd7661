import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { WordsFor } from '../kernel/words.ts'
import type { CreditEventProblem } from './decide-credit-event.ts'
import type { EnterpriseProblem, MergeProblem } from './enterprise-contract.ts'

export const enterpriseWords: WordsFor<Exclude<EnterpriseProblem | MergeProblem | CreditEventProblem, FieldProblem>> = {
  'uscc.length': {
    zh: ({ have }) => `统一社会信用代码应为 18 位，现有 ${String(have)} 位`,
    en: ({ have }) => `A credit code has 18 characters; this has ${String(have)}`,
  },
  'uscc.character': {
    zh: ({ position, character, hint }) =>
      `第 ${String(position)} 位不能是“${character}”${hint === '' ? '' : `，是否为 ${hint}？（${character}→${hint}?）`}`,
    en: ({ position, character, hint }) =>
      `Character ${String(position)} cannot be "${character}"${hint === '' ? '' : ` (${character}→${hint}?)`}`,
  },
  'uscc.orgCheck': {
    zh: ({ expected, found }) => `主体标识码（第 9–17 位）的校验位应为 ${expected}，现为 ${found}`,
    en: ({ expected, found }) => `The organisation code's check digit (17th) should be ${expected}, not ${found}`,
  },
  'uscc.check': {
    zh: ({ expected, found }) => `校验位应为 ${expected}，现为 ${found}`,
    en: ({ expected, found }) => `The check digit should be ${expected}, not ${found}`,
  },
  'enterprise.usccOrReason': {
    zh: () => '请填统一社会信用代码；没有代码时写明原因',
    en: () => 'Enter the credit code, or say why there is none',
  },
  'enterprise.duplicateUscc': {
    zh: ({ name }) => `名录里已有同一代码的企业：${name}`,
    en: ({ name }) => `The directory already has an enterprise with this code: ${name}`,
  },
  'enterprise.notInDirectory': {
    zh: () => '企业名录里没有这家企业；请先把它加进名录，家数按名录去重统计',
    en: () => 'The directory has no such enterprise; add it first: enterprises are counted by the directory',
  },
  'enterprise.mergeWithItself': {
    zh: () => '没有归并：两条是名录里的同一条，请选另一条',
    en: () => 'Nothing was merged: both are the same entry of the directory; choose another one',
  },
  'enterprise.mergedAlready': {
    zh: ({ from, into }) => `没有归并：“${from}”与“${into}”已经归并为一家`,
    en: ({ from, into }) => `Nothing was merged: "${from}" and "${into}" are one enterprise already`,
  },
  'credit.inFuture': {
    zh: ({ on, today }) => `没有记下：${on} 还没有到（今天 ${today}）`,
    en: ({ on, today }) => `Not recorded: ${on} has not come yet (today is ${today})`,
  },
  'credit.endsBeforeItBegins': {
    zh: ({ on, validTo }) => `没有记下：有效期止 ${validTo} 早于发生日期 ${on}`,
    en: ({ on, validTo }) => `Not recorded: it would end on ${validTo}, before it happened on ${on}`,
  },
  'credit.sourceMissing': {
    zh: () => '没有记下：请写明来源（12315、12345、授予或作出决定的部门），以便日后核对',
    en: () => 'Not recorded: say where it comes from (12315, 12345, the awarding or deciding body), so that it can be checked',
  },
  'reference.unknownRegion': { zh: ({ region }) => `没有这个区县代码：${region}`, en: ({ region }) => `No such district code: ${region}` },
}
