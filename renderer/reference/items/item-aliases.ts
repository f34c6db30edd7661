import i18next from 'i18next'
import type { Aliases } from './paste-grid'

const codes = ['atMost', 'atLeast', 'between', 'equals', 'qualitative'] as const

/** Words people put into such a table, in both languages, whichever is spoken now. */
export function useItemAliases(): Aliases {
  const said = (['zh', 'en'] as const).flatMap((language) => {
    const t = i18next.getFixedT(language)
    return codes.flatMap((code) => [[t(`items.requirement.${code}`), code] as const, [t(`items.requirementLong.${code}`), code] as const])
  })
  return Object.fromEntries(said)
}
