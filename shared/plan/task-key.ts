import { normalizeSearch } from '../kernel/search-text.ts'

/** A task by its name, however it was typed: width, case, spaces and punctuation make no other task. */
export const taskKey = (title: string): string => normalizeSearch(title).replaceAll(/[^\p{L}\p{N}]+/gu, '')
