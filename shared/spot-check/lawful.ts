import type { Bilingual } from '../kernel/bilingual.ts'

/** The article stands in the facts, from reference data: the law can change without the program. */
export interface Lawful {
  readonly article: Bilingual
}

export const blank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
