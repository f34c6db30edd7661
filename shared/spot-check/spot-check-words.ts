import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { WordsFor } from '../kernel/words.ts'
import { procedureStepWords } from './check-words.ts'
import type { SiteReportProblem } from './decide-site-report.ts'
import type { SubmitSheetProblem } from './decide-submit-sheet.ts'
import { guardWords } from './guard-words.ts'
import type { Signature } from './signature.ts'
import { siteReportWords } from './site-report-words.ts'

const roles: Readonly<Record<Signature['role'], { readonly zh: string; readonly en: string }>> = {
  sampler: { zh: '抽样人', en: 'sampler' },
  inspectedParty: { zh: '受检单位', en: 'inspected party' },
  producer: { zh: '生产单位', en: 'producer' },
  witness: { zh: '见证人', en: 'witness' },
}

type Said = keyof typeof guardWords | keyof typeof siteReportWords

const sheetWords: WordsFor<Exclude<SubmitSheetProblem | SiteReportProblem, FieldProblem | EnterpriseProblem | { readonly code: Said }>> = {
  'spotCheck.tooFewSamplers': {
    zh: ({ have, article }) => `抽样人员不得少于两人，现有 ${String(have)} 人（${article.zh}）`,
    en: ({ have, needed, article }) => `At least ${String(needed)} samplers are required; there is ${String(have)} (${article.en})`,
  },
  'spotCheck.sameSamplerTwice': {
    zh: ({ name, article }) => `${name} 写了两次；两名抽样人员须是不同的人（${article.zh}）`,
    en: ({ name, article }) => `${name} stands there twice; the samplers must be different people (${article.en})`,
  },
  'spotCheck.baseTooSmall': {
    zh: ({ have, needed, article }) => `抽样基数 ${String(have)} 不足，至少应有 ${String(needed)}；基数不足不得抽样（${article.zh}）`,
    en: ({ have, needed, article }) =>
      `The sampling base of ${String(have)} is too small; ${String(needed)} are needed, or no sample may be taken (${article.en})`,
  },
  'spotCheck.sealMissing': {
    zh: ({ sample, article }) => `${sample === 'test' ? '检验样品' : '备用样品'}没有封样编号；两份样品须分别封样（${article.zh}）`,
    en: ({ sample, article }) => `The ${sample} sample has no seal number; both samples are sealed separately (${article.en})`,
  },
  'spotCheck.sealsAlike': {
    zh: ({ article }) => `检验样品与备用样品的封样编号相同；须分别封样（${article.zh}）`,
    en: ({ article }) => `Both samples carry the same seal number; they are sealed separately (${article.en})`,
  },
  'spotCheck.signatureMissing': {
    zh: ({ role, name, article }) => `缺${roles[role].zh}${name === '' ? '' : ` ${name} `}的签字（${article.zh}）`,
    en: ({ role, name, article }) => `The signature of the ${roles[role].en}${name === '' ? '' : ` ${name}`} is missing (${article.en})`,
  },
  'spotCheck.signatureOutdated': {
    zh: ({ role, name }) => `${roles[role].zh} ${name} 签字之后内容有改动，签字已失效，请重新签字`,
    en: ({ role, name }) => `The content changed after the ${roles[role].en} ${name} signed; please sign again`,
  },
  'spotCheck.itemWithoutLimit': { zh: ({ name }) => `检验项目“${name}”没有标准值`, en: ({ name }) => `Test item "${name}" has no limit` },
  'spotCheck.partyWithoutCode': {
    zh: () => '请填受检单位的统一社会信用代码；没有代码时写明原因',
    en: () => 'Enter the credit code of the inspected party, or say why there is none',
  },
  'spotCheck.dateInFuture': {
    zh: ({ today }) => `抽样日期晚于今天（${today}）；若本机时钟不对，请先校正`,
    en: ({ today }) => `The sampling date is after today (${today}); if this laptop's clock is wrong, set it first`,
  },
}

/** Everything that the rules of spot checks have against a record, in words. */
export const spotCheckWords = { ...sheetWords, ...guardWords, ...siteReportWords, ...procedureStepWords }
