import type { Problem } from '../kernel/result.ts'
import { problem } from '../kernel/result.ts'

/**
 * 统一社会信用代码, unified social credit code: 18 characters, GB 32100-2015.
 * 1 authority, 1 type, 6 region, 9 organisation code (with its own check digit, GB 11714), 1 check digit.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const ORG_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Letters the standard leaves out, and the digit they are mistaken for. */
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', V: 'U', Z: '2' }

export type UsccProblem =
  | Problem<'uscc.length', { readonly have: number }>
  | Problem<'uscc.character', { readonly position: number; readonly character: string; readonly hint: string }>
  | Problem<'uscc.orgCheck', { readonly expected: string; readonly found: string }>
  | Problem<'uscc.check', { readonly expected: string; readonly found: string }>

export type UsccKind = 'enterprise' | 'selfEmployed' | 'cooperative' | 'government' | 'institution' | 'socialOrganisation' | 'other'

const KINDS: Readonly<Record<string, UsccKind>> = {
  '91': 'enterprise',
  '92': 'selfEmployed',
  '93': 'cooperative',
  '11': 'government',
  '12': 'institution',
  '51': 'socialOrganisation',
}

export interface UsccCheck {
  readonly valid: boolean
  readonly normalized: string
  readonly kind: UsccKind | null
  readonly problems: readonly UsccProblem[]
  /** What the last character would have to be, when the 17 before it can be read. */
  readonly expectedCheck?: string
}

/** Full-width to half-width, spaces and hyphens out, Latin letters in upper case; normal once more, as what stood apart may now join. */
export const normalizeUscc = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\s-]/g, '')
    .normalize('NFKC')
    .replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())

function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)), 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

function orgCheckCharacter(first8: string): string {
  const sum = ORG_WEIGHTS.reduce((total, weight, index) => total + weight * ORG_ALPHABET.indexOf(first8.charAt(index)), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

function characterProblems(code: string): UsccProblem[] {
  return Array.from(code).flatMap((character, index) =>
    ALPHABET.includes(character) ? [] : [problem('uscc.character', '', { position: index + 1, character, hint: MISREAD[character] ?? '' })],
  )
}

/** Checks a code as a person typed it; never throws. Region is not checked: it is the place of registration and may be out of date. */
export function checkUscc(typed: string): UsccCheck {
  const normalized = normalizeUscc(typed)
  const unreadable = characterProblems(normalized)
  const problems: UsccProblem[] = []
  if (normalized.length !== 18) problems.push(problem('uscc.length', '', { have: normalized.length }))
  problems.push(...unreadable)
  if (problems.length > 0) return { valid: false, normalized, kind: null, problems }

  const expectedOrg = orgCheckCharacter(normalized.slice(8, 16))
  const expectedCheck = checkCharacter(normalized.slice(0, 17))
  if (normalized.charAt(17) !== expectedCheck)
    problems.push(problem('uscc.check', '', { expected: expectedCheck, found: normalized.charAt(17) }))
  if (normalized.charAt(16) !== expectedOrg)
    problems.push(problem('uscc.orgCheck', '', { expected: expectedOrg, found: normalized.charAt(16) }))
  return { valid: problems.length === 0, normalized, kind: KINDS[normalized.slice(0, 2)] ?? 'other', problems, expectedCheck }
}
