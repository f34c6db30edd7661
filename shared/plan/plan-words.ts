import type { WordsFor } from '../kernel/words.ts'
import type { SamplingProblem } from './acceptance-sampling.ts'

export const planWords: WordsFor<SamplingProblem> = {
  'plan.lotInvalid': {
    zh: ({ have }) => `批量应为不小于 2 的整数，现为“${have}”`,
    en: ({ have }) => `The lot must be a whole number of units, 2 or more, not "${have}"`,
  },
  'plan.levelUnknown': {
    zh: ({ have, known }) => `没有检验水平“${have}”，可用：${known}`,
    en: ({ have, known }) => `No such inspection level: "${have}"; known are ${known}`,
  },
  'plan.aqlUnknown': {
    zh: ({ have, known, tightened }) => `${tightened ? '加严检验表' : '正常检验表'}中没有接收质量限“${have}”，可用：${known}`,
    en: ({ have, known, tightened }) => `The ${tightened ? 'tightened' : 'normal'} table has no AQL "${have}"; known are ${known}`,
  },
}
