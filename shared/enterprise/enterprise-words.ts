import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { WordsFor } from '../kernel/words.ts'
import type { EnterpriseProblem } from './enterprise-contract.ts'

export const enterpriseWords: WordsFor<Exclude<EnterpriseProblem, FieldProblem>> = {
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
  'reference.unknownRegion': { zh: ({ region }) => `没有这个区县代码：${region}`, en: ({ region }) => `No such district code: ${region}` },
}
