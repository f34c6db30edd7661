import { normalizeSearch } from '../kernel/search-text.ts'

/** One spelling of a name: full width, capitals and spaces make no other person and no other team. */
export const plainWords = (text: string): string => normalizeSearch(text).replaceAll(/\s+/gu, '')

export const sameWords = (one: string, other: string): boolean => plainWords(one) === plainWords(other)
