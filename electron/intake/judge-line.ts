import { type Kind, parseSealed } from '#shared/kernel/kind'
import type { RevisionLine } from '#shared/kernel/line'
import { Review } from '#shared/kernel/record-contract'

/** Why a sealed document may not come in, although its line is well-formed. */
export interface LineFault {
  readonly code: string
  readonly facts: unknown
}
export type JudgeLine = (line: RevisionLine) => LineFault | null

/** By the kinds this program knows. A document of a kind or version from the future is kept for a later app, not refused. */
export const judgeBy =
  (kinds: ReadonlyMap<string, Kind>, demo: boolean): JudgeLine =>
  (line) => {
    if ((line.demo === true) !== demo) return { code: 'line.demo', facts: {} }
    const kind = kinds.get(line.kind)
    if (kind === undefined || line.sch > kind.version) return null
    const { review, ...doc } = line.doc
    if (review !== undefined && !Review.safeParse(review).success)
      return { code: 'field.invalid', facts: { path: '/review', expected: 'object' } }
    const parsed = parseSealed(kind, doc)
    if (parsed.ok) return null
    const [{ code, path, facts }] = parsed.problems
    return { code, facts: { ...facts, path } }
  }
