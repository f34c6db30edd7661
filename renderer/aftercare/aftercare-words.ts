import { boardWords } from './board-words'
import { caseWords } from './case-words'
import { stepWords } from './step-words'

export const aftercareWords = {
  zh: { ...boardWords.zh, ...caseWords.zh, ...stepWords.zh },
  en: { ...boardWords.en, ...caseWords.en, ...stepWords.en },
}
