import { coachWords } from './coach-words'
import { drawWords } from './draw-words'
import { newDrawWords } from './new-draw-words'

export const planWords = {
  zh: { draw: drawWords.zh, newDraw: newDrawWords.zh, coach: coachWords.zh },
  en: { draw: drawWords.en, newDraw: newDrawWords.en, coach: coachWords.en },
}
