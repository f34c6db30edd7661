import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Tree } from './define-words'

export async function startWords(language: Language, words: { readonly zh: Tree; readonly en: Tree }): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { zh: { translation: words.zh }, en: { translation: words.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh'
}

/** `t('spotCheck.sheet.title')`: the words of the language in use. */
export const useWords = () => useTranslation().t

/** Words whose key is only known at run time, put together from a document's own names. */
export function useAnyWord(): (key: string, facts?: Readonly<Record<string, string | number>>) => string {
  const t = useTranslation().t
  return (key, facts = {}) => t(key as 'kernel.close', facts)
}

/** The word of a key where there is one: names that come from records may have none. */
export function useKnownWord(): (key: string) => string | undefined {
  const { i18n } = useTranslation()
  return (key) => {
    const found: unknown = i18n.getResource(i18n.language, 'translation', key)
    return typeof found === 'string' ? found : undefined
  }
}

/** A name that comes in both languages. */
export function useNameOf(): (name: { readonly zh: string; readonly en: string }) => string {
  const language = useLanguage()
  return (name) => name[language]
}
