import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'

/** Written into every record of a draw; a change of the algorithm changes this name. Described in docs/draw.md. */
export const DRAW_ALGORITHM = 'sha256-rank/1'

export type DrawProblem =
  | Problem<'draw.badId', { readonly line: number }>
  | Problem<'draw.duplicateId', { readonly id: string; readonly line: number }>
  | Problem<'draw.tooFew', { readonly have: number; readonly take: number }>
  | Problem<'draw.badTake', Record<string, never>>
  | Problem<'draw.badSeed', Record<string, never>>

/** Lower-case hex sha256 of the UTF-8 bytes of a text; shared/ has no crypto of its own. */
export type Sha256Of = (text: string) => string

export interface DrawInput {
  /** The pool after exclusions, each id once, in any order. */
  readonly ids: readonly string[]
  readonly take: number
  /** One line of text that nobody could choose to their liking: thrown dice, a lottery number, a witness's words. */
  readonly seed: string
}
export interface Draw {
  /** Positions in `ids`, from 0, in the order drawn. */
  readonly picks: readonly number[]
  readonly algorithm: typeof DRAW_ALGORITHM
  /** Sha256 of the canonical pool: names exactly what was drawn from, whatever order it came in. */
  readonly poolHash: string
}

/** The order of UTF-8 bytes, as `LC_ALL=C sort` has it; the order of UTF-16 differs for rare characters (𠮷). */
function byBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at < length && a[at] === b[at]) at++
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}

/** The pool as it is hashed: the ids in the order of their bytes, one a line, each line ended by LF. */
export const canonicalPool = (ids: readonly string[]): string =>
  ids
    .toSorted(byBytes)
    .map((id) => `${id}\n`)
    .join('')

// A control character, half a character or U+FFFD (bytes that were no UTF-8) would be read differently by other tools.
const UNREADABLE = /[\p{Cc}\p{Cs}\uFFFD\u2028\u2029]/u
export const isOneLine = (text: string): boolean => text !== '' && text === text.trim() && !UNREADABLE.test(text)

/** So many faults of a pool are told; the rest is found when these are mended. */
const TOLD = 20

/** What is no id, or is there twice; line numbers from 1, the first faults only. */
export function poolProblems(ids: readonly string[]): DrawProblem[] {
  const seen = new Set<string>()
  const problems: DrawProblem[] = []
  for (const [index, id] of ids.entries()) {
    const line = index + 1
    if (!isOneLine(id)) problems.push(problem('draw.badId', '/pool', { line }))
    else if (seen.has(id)) problems.push(problem('draw.duplicateId', '/pool', { id, line }))
    seen.add(id)
  }
  return problems.slice(0, TOLD)
}

/** What is wrong with how many and by which seed; `have` is the size of the pool. */
export function askProblems({ have, take, seed }: { readonly have: number } & Omit<DrawInput, 'ids'>): DrawProblem[] {
  const problems: DrawProblem[] = isOneLine(seed) ? [] : [problem('draw.badSeed', '/seed', {})]
  if (!Number.isSafeInteger(take) || take < 1) problems.push(problem('draw.badTake', '/take', {}))
  else if (take > have) problems.push(problem('draw.tooFew', '/take', { have, take }))
  return problems
}

/** Positions of the ids from the lowest rank to the highest; the rank of an id is sha256(seed LF poolHash LF id). */
function ranked(ids: readonly string[], seed: string, poolHash: string, sha256: Sha256Of): readonly number[] {
  return ids
    .map((id, index) => ({ index, rank: sha256(`${seed}\n${poolHash}\n${id}`) }))
    .toSorted((a, b) => byBytes(a.rank, b.rank))
    .map(({ index }) => index)
}

/** All ids in the order in which they would be drawn. */
export const byRank = (ids: readonly string[], seed: string, sha256: Sha256Of): readonly string[] =>
  ranked(ids, seed, sha256(canonicalPool(ids)), sha256).map((index) => ids[index] ?? '')

/**
 * Draws `take` ids without replacement, so that anybody can draw the same again from the record (双随机一公开, Order 18 art. 15):
 * each id gets the rank sha256(seed LF poolHash LF id), and the lowest ranks are drawn. Every id has the same chance, the
 * order of the pool does not matter, and a pool that was changed after the seed was known shows in its hash.
 */
export function drawFrom(input: DrawInput, sha256: Sha256Of): Result<Draw, DrawProblem> {
  const { ids, take, seed } = input
  const poolHash = sha256(canonicalPool(ids))
  const picks = ranked(ids, seed, poolHash, sha256).slice(0, take)
  return okUnless([...poolProblems(ids), ...askProblems({ have: ids.length, take, seed })], { picks, algorithm: DRAW_ALGORITHM, poolHash })
}
