import { importWords } from './import-words'
import { syncScreenWords } from './sync-screen-words'

export const syncWords = {
  zh: { ...syncScreenWords.zh, import: importWords.zh },
  en: { ...syncScreenWords.en, import: importWords.en },
}
