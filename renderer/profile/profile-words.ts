import { chooserWords } from './chooser-words'
import { devicesWords } from './devices-words'
import { settingsWords } from './settings-words'
import { trustWords } from './trust-words'

export const profileWords = {
  zh: {
    role: chooserWords.zh.role,
    chooser: chooserWords.zh.chooser,
    devices: devicesWords.zh,
    settings: settingsWords.zh,
    trust: trustWords.zh,
  },
  en: {
    role: chooserWords.en.role,
    chooser: chooserWords.en.chooser,
    devices: devicesWords.en,
    settings: settingsWords.en,
    trust: trustWords.en,
  },
}
