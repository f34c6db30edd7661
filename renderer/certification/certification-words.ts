import { fieldWords } from './field-words'
import { screenWords } from './screen-words'

export const certificationWords = {
  zh: { ...screenWords.zh, ...fieldWords.zh },
  en: { ...screenWords.en, ...fieldWords.en },
}
