import { Segmented } from 'antd'
import { speak, useLanguage, useWords } from './i18n'

const languages = [
  { value: 'zh', label: '\u4e2d\u6587' },
  { value: 'en', label: 'EN' },
] as const

/** Each language is called by its own name, whichever is spoken now. */
export function LanguageSwitch() {
  const t = useWords()
  const language = useLanguage()
  const choose = async (chosen: Language): Promise<void> => {
    await speak(chosen)
    await window.bridge.shell('settings.setLanguage', { language: chosen })
  }
  return (
    <Segmented<Language>
      aria-label={t('kernel.language')}
      data-field="/language"
      value={language}
      options={[...languages]}
      onChange={(chosen) => void choose(chosen)}
    />
  )
}
