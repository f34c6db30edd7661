import type { words } from './app/words'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    returnNull: false
    resources: { translation: (typeof words)['zh'] }
  }
}
