import { checkWords } from './check-words'
import { reportWords } from './report-words'
import { sheetChoiceWords } from './sheet-choice-words'
import { sheetFieldWords } from './sheet-field-words'
import { sheetFormWords } from './sheet-form-words'
import { sheetListWords } from './sheet-list-words'
import { sheetViewWords } from './sheet-view-words'
import { signatureWords } from './signature-words'
import { taskWords } from './task-words'

export const spotCheckWords = {
  zh: {
    ...sheetListWords.zh,
    ...sheetFormWords.zh,
    ...signatureWords.zh,
    ...sheetViewWords.zh,
    ...sheetFieldWords.zh,
    ...sheetChoiceWords.zh,
    ...checkWords.zh,
    ...reportWords.zh,
    ...taskWords.zh,
  },
  en: {
    ...sheetListWords.en,
    ...sheetFormWords.en,
    ...signatureWords.en,
    ...sheetViewWords.en,
    ...sheetFieldWords.en,
    ...sheetChoiceWords.en,
    ...checkWords.en,
    ...reportWords.en,
    ...taskWords.en,
  },
}
