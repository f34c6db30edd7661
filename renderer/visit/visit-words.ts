import { defineWords } from '../kernel/define-words'
import { problemWords } from './problem-words'
import { visitChoiceWords } from './visit-choice-words'
import { visitFieldWords } from './visit-field-words'
import { visitFormWords } from './visit-form-words'
import { visitListWords } from './visit-list-words'

export const visitWords = defineWords({
  zh: { choice: visitChoiceWords.zh, ...visitFieldWords.zh, ...visitFormWords.zh, ...visitListWords.zh, ...problemWords.zh },
  en: { choice: visitChoiceWords.en, ...visitFieldWords.en, ...visitFormWords.en, ...visitListWords.en, ...problemWords.en },
})
