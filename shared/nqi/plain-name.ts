import { normalizeSearch } from '../kernel/search-text.ts'

/** One spelling of the name of a place: full width, capitals and spaces make no other one. */
export const plainName = (name: string): string => normalizeSearch(name).replaceAll(/\s+/gu, '')
