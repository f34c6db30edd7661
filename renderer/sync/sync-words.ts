import { alarmWords } from './alarm-words'
import { centreWords } from './centre-words'
import { conflictScreenWords } from './conflict-screen-words'
import { importWords } from './import-words'
import { syncScreenWords } from './sync-screen-words'
import { undoWords } from './undo-words'

export const syncWords = {
  zh: {
    ...syncScreenWords.zh,
    alarm: alarmWords.zh,
    centre: centreWords.zh,
    conflict: conflictScreenWords.zh,
    import: importWords.zh,
    undo: undoWords.zh,
  },
  en: {
    ...syncScreenWords.en,
    alarm: alarmWords.en,
    centre: centreWords.en,
    conflict: conflictScreenWords.en,
    import: importWords.en,
    undo: undoWords.en,
  },
}
