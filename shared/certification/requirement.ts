import type { Bilingual } from '../kernel/bilingual.ts'
import { type Loose, textAt } from '../kernel/kind.ts'

/** What a gate asks of the record that passes it, as data: which field, what must hold of it, and how that is said. */
export interface Requirement {
  /** Field of the step's record, without the leading slash. */
  readonly field: string
  readonly must: Must
  readonly words: Bilingual
}

export type Must =
  | 'filled'
  | 'true'
  | 'zero'
  | 'atLeastOne'
  /** One entry of the list whose `field` is `value`, with something in `filled`. */
  | { readonly entry: { readonly field: string; readonly value: string; readonly filled: string } }

const TESTS = {
  filled: (value) => (typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null),
  true: (value) => value === true,
  zero: (value) => value === 0,
  atLeastOne: (value) => Array.isArray(value) && value.length > 0,
} satisfies Readonly<Record<Extract<Must, string>, (value: unknown) => boolean>>

/** Does a record, sealed or still a draft, meet a requirement. */
export function isMet({ field, must }: Requirement, doc: Loose): boolean {
  const value = doc[field]
  if (typeof must === 'string') return TESTS[must](value)
  const { entry } = must
  const entries: readonly unknown[] = Array.isArray(value) ? value : []
  return entries.some((one) => textAt(one, entry.field) === entry.value && textAt(one, entry.filled) !== '')
}

export const unmetOf = (requirements: readonly Requirement[], doc: Loose): readonly Requirement[] =>
  requirements.filter((requirement) => !isMet(requirement, doc))
