import { drawListWords } from './draw-list-words.ts'

/** Words of the codes that a record of a draw knows; the published table and the paper say the same. */
export const drawChoices = {
  zh: { drawSeedSource: drawListWords.zh.source },
  en: { drawSeedSource: drawListWords.en.source },
}
