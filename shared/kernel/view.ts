import { assemble } from './assemble.ts'
import type { Json } from './canonical.ts'
import { FILES } from './fields.ts'
import type { AttachmentRef } from './line.ts'
import { Merge, type Revision } from './merge.ts'
import type { MergeShape } from './merge-shape.ts'

/** A field in conflict: what stands against what. The first is the one displayed meanwhile. */
export interface Conflict {
  readonly field: string
  readonly candidates: readonly { readonly id: string; readonly value: Json | undefined }[]
}

export interface MergedView {
  readonly heads: readonly string[]
  /** The displayed document; with one head it is that head's signed document, untouched. */
  readonly doc: { readonly [key: string]: Json }
  /** Its files, likewise. */
  readonly att: readonly AttachmentRef[]
  readonly conflicts: readonly Conflict[]
}

/** A plain chain cannot disagree. */
const isChain = (revisions: readonly Revision[], heads: readonly string[]): boolean =>
  heads.length === 1 && revisions.every(({ par }) => par.length < 2)

function headsOf(revisions: readonly Revision[]): string[] {
  const parents = new Set(revisions.flatMap(({ par }) => par))
  return revisions.flatMap(({ id }) => (parents.has(id) ? [] : [id])).sort()
}

/** What a revision, or several together, say of a field; of a row, all that stands in it. */
export const toldOf = (merge: Merge, ids: readonly string[], field: string): Json | undefined =>
  merge.aboutField(field).rule.is === 'row'
    ? assemble(merge, (name) => merge.displayed(ids, name), field)(field)
    : merge.displayed(ids, field)

function conflictOn(merge: Merge, heads: readonly string[], field: string): Conflict {
  const shown = merge.shown(heads, field)
  const ordered = [shown, ...merge.candidates(heads, field).filter((id) => id !== shown)]
  return { field, candidates: ordered.map((id) => ({ id, value: toldOf(merge, [id], field) })) }
}

const conflictsOf = (merge: Merge, heads: readonly string[]): Conflict[] =>
  merge.allFields().flatMap((field) => (merge.isOpen(heads, field) ? [conflictOn(merge, heads, field)] : []))

/** The document and the files that whoever sees these heads sees; of the fields that were decided, the value of the chosen revision. */
export function displayedTogether(
  merge: Merge,
  ids: readonly string[],
  decided: ReadonlyMap<string, string> = new Map(),
): Pick<MergedView, 'doc' | 'att'> {
  const at = assemble(merge, (name) => {
    const chosen = decided.get(name)
    return chosen === undefined ? merge.displayed(ids, name) : merge.value(chosen, name)
  })
  return { doc: (at('') ?? {}) as MergedView['doc'], att: (at(FILES) ?? []) as unknown as MergedView['att'] }
}

/**
 * The merged view of one record from its effective revisions (every parent among them; at least one).
 * A field changed on one side wins silently, equal changes collapse, different concurrent changes are a conflict.
 */
export function mergedView(revisions: readonly Revision[], shape: MergeShape = {}): MergedView {
  const heads = headsOf(revisions)
  const [only] = heads.length === 1 ? revisions.filter(({ id }) => id === heads[0]) : []
  if (only !== undefined && isChain(revisions, heads)) return { heads, doc: only.doc, att: only.att ?? [], conflicts: [] }
  const merge = new Merge(revisions, shape)
  const shown = only === undefined ? displayedTogether(merge, heads) : { doc: only.doc, att: only.att ?? [] }
  return { heads, ...shown, conflicts: conflictsOf(merge, heads) }
}
