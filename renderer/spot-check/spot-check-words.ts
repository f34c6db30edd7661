import { paperWords } from './paper-words'
import { sheetChoiceWords } from './sheet-choice-words'
import { sheetFieldWords } from './sheet-field-words'
import { sheetFormWords } from './sheet-form-words'
import { sheetListWords } from './sheet-list-words'
import { sheetViewWords } from './sheet-view-words'
import { signatureWords } from './signature-words'

export const spotCheckWords = {
  zh: {
    ...sheetListWords.zh,
    ...sheetFormWords.zh,
    ...signatureWords.zh,
    ...sheetViewWords.zh,
    ...paperWords.zh,
    ...sheetFieldWords.zh,
    ...sheetChoiceWords.zh,
  },
  en: {
    ...sheetListWords.en,
    ...sheetFormWords.en,
    ...signatureWords.en,
    ...sheetViewWords.en,
    ...paperWords.en,
    ...sheetFieldWords.en,
    ...sheetChoiceWords.en,
  },
}
