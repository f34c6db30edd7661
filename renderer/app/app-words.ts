import { shellWords } from './shell-words'
import { todayWords } from './today-words'

export const appWords = {
  zh: { ...shellWords.zh, today: todayWords.zh },
  en: { ...shellWords.en, today: todayWords.en },
}
