import type { WordsFor } from '../kernel/words.ts'
import type { CheckProblem } from './check-procedure.ts'
import type { CheckStepProblem } from './decide-check-step.ts'
import type { SignatureProblem } from './signature-rules.ts'

const verdicts = {
  noNonconformityFound: { zh: '未发现不合格', en: 'no nonconformity found' },
  nonconforming: { zh: '不合格', en: 'nonconforming' },
  seriouslyNonconforming: { zh: '严重不合格', en: 'seriously nonconforming' },
} as const
const certificates = {
  productionLicence: { zh: '生产许可证', en: 'production licence' },
  foodLicence: { zh: '食品生产许可证', en: 'food production licence' },
  ccc: { zh: 'CCC 认证', en: 'CCC certificate' },
} as const

/** Words of the steps of a check. */
export const procedureStepWords: WordsFor<CheckProblem | Exclude<CheckStepProblem, SignatureProblem>> = {
  'spotCheck.otherLab': {
    zh: ({ sent, here }) => `没有记录：前一步写的检验机构是“${sent}”，这里是“${here}”；两处须一致，写错的请先更正`,
    en: ({ sent, here }) =>
      `Nothing was recorded: the step before names the laboratory “${sent}”, this one “${here}”; correct the one that is wrong`,
  },
  'spotCheck.samplerTests': {
    zh: ({ name, article }) => `没有记录：${name} 是本批的抽样人员，不得承担检验（抽检分离，${article.zh}）`,
    en: ({ name, article }) => `Nothing was recorded: ${name} sampled this batch and may not test it (${article.en})`,
  },
  'spotCheck.conclusionAgainstItems': {
    zh: ({ typed, found, names, sentence, article }) =>
      `没有记录：填的是“${verdicts[typed].zh}”，各项结果得出的是“${verdicts[found].zh}”${names === '' ? '' : `（${names}）`}。${sentence.zh}（${article.zh}）`,
    en: ({ typed, found, names, sentence, article }) =>
      `Nothing was recorded: it says “${verdicts[typed].en}”, its items say “${verdicts[found].en}”${names === '' ? '' : ` (${names})`}. ${sentence.en} (${article.en})`,
  },
  'spotCheck.itemsUndecided': {
    zh: ({ names, reason }) => `没有记录：还不能判定的项目：${names}。${reason.zh}`,
    en: ({ names, reason }) => `Nothing was recorded: these items cannot be judged yet: ${names}. ${reason.en}`,
  },
  'spotCheck.otherEdition': {
    zh: ({ typed, needed, article }) => `没有记录：判定依据写的是“${typed}”，抽样单用的是“${needed}”（${article.zh}）`,
    en: ({ typed, needed, article }) =>
      `Nothing was recorded: the verdict names the edition “${typed}”, the sheet “${needed}” (${article.en})`,
  },
  'spotCheck.licenceNotChecked': {
    zh: ({ certificate, article }) =>
      `没有记录：须先核对${certificates[certificate].zh}；请更正收样记录，勾选“已核对证照”（${article.zh}）`,
    en: ({ certificate, article }) =>
      `Nothing was recorded: the ${certificates[certificate].en} is checked first; correct the receipt of the sample (${article.en})`,
  },
  'spotCheck.badPick': {
    zh: ({ pick, frame, article }) => `没有记录：抽中的号码 ${String(pick)} 重复，或不在 1 至 ${String(frame)} 之内（${article.zh}）`,
    en: ({ pick, frame, article }) =>
      `Nothing was recorded: number ${String(pick)} was drawn twice or is not within 1 to ${String(frame)} (${article.en})`,
  },
}
