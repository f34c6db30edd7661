import i18next from 'i18next'
import type { PaperLanguage } from '#shared/paper/paper-contract'
import type { Said } from '#shared/paper/paper-model'
import type { useWords } from '../kernel/i18n'

type Words = ReturnType<typeof useWords>

/** Words of the paper itself: Chinese whatever the language of the window, with English beside it where it is wanted. */
export function saidOf(language: PaperLanguage, say: (t: Words) => string): Said {
  const zh = say(i18next.getFixedT('zh'))
  return { zh, en: language === 'zhEn' ? say(i18next.getFixedT('en')) : null }
}
