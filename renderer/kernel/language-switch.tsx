import { Segmented } from 'antd'
import { speak, useLanguage, useWords } from './i18n'

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
      options={[
        { value: 'zh', label: t('kernel.languages.zh') },
        { value: 'en', label: t('kernel.languages.en') },
      ]}
      onChange={(chosen) => void choose(chosen)}
    />
  )
}
