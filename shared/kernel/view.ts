import { canonical, type Json } from './canonical.ts'
import type { Operation } from './line.ts'

/** A revision as the merge needs it. `gen` is 1 + the greatest generation of its parents, counted by the reader. */
export interface Revision {
  readonly id: string
  readonly par: readonly string[]
  readonly op: Operation
  readonly w: readonly string[]
  readonly doc: { readonly [key: string]: Json }
  readonly gen: number
}

/** A field in conflict: what stands against what. The first is the one displayed meanwhile. */
export interface Conflict {
  readonly field: string
  readonly candidates: readonly { readonly id: string; readonly value: Json | undefined }[]
}

export interface MergedView {
  readonly heads: readonly string[]
  /** The displayed document; with one head it is that head's signed document, untouched. */
  readonly doc: { readonly [key: string]: Json }
  readonly conflicts: readonly Conflict[]
}

type Fields = ReadonlyMap<string, Json>

/** Members that mean something only as a whole: the verdict of one supervisor is not shown with the remarks of another. */
const WHOLE = new Set(['/review'])

function walk(value: Json, path: string, into: Map<string, Json>): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || WHOLE.has(path)) {
    into.set(path, value)
    return
  }
  for (const [key, member] of Object.entries(value)) walk(member, `${path}/${key}`, into)
}

/** A document as fields: JSON Pointer → value. An array is one field, and so is what means something only as a whole. */
export function fieldsOf(doc: Json): Fields {
  const fields = new Map<string, Json>()
  walk(doc, '', fields)
  return fields
}

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b))

/** The fields in which two documents differ, sorted: the write set of an edit. */
export function changedFields(before: Json, after: Json): string[] {
  const [a, b] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((field) => !same(a.get(field), b.get(field))).sort()
}

/** Per-field multi-value register over the revisions of one record, by causality alone: no clock, no order of arrival. */
class Merge {
  private readonly byId: ReadonlyMap<string, Revision>
  /** Parents before their children: walked in a loop, no history is too long for the stack. */
  private readonly inOrder: readonly Revision[]
  private readonly fields = new Map<string, Fields>()
  private readonly writers = new Map<string, ReadonlyMap<string, readonly string[]>>()

  constructor(revisions: readonly Revision[]) {
    this.byId = new Map(revisions.map((revision) => [revision.id, revision]))
    this.inOrder = revisions.toSorted((a, b) => a.gen - b.gen)
  }

  private get(id: string): Revision {
    const revision = this.byId.get(id)
    if (revision === undefined) throw new Error(`revision ${id} is not among the effective ones`)
    return revision
  }

  /** True when `old` lies somewhere behind `young`. */
  private isBehind(old: string, young: string): boolean {
    const { gen } = this.get(old)
    const seen = new Set<string>()
    const waiting = [...this.get(young).par]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (id === old) return true
      if (seen.has(id) || this.get(id).gen <= gen) continue
      seen.add(id)
      waiting.push(...this.get(id).par)
    }
    return false
  }

  value(id: string, field: string): Json | undefined {
    let fields = this.fields.get(id)
    if (fields === undefined) {
      fields = fieldsOf(this.get(id).doc)
      this.fields.set(id, fields)
    }
    return fields.get(field)
  }

  /** The revision whose value is displayed: greatest generation, ties by the smaller line id. */
  shown(ids: readonly string[], field: string): string {
    const [first, ...rest] = this.candidates(ids, field)
    if (first === undefined) throw new Error('a field without a writer')
    return rest.reduce((best, id) => {
      const [a, b] = [this.get(best).gen, this.get(id).gen]
      return b > a || (b === a && id < best) ? id : best
    }, first)
  }

  /** Writers of a field that no other writer of it has superseded, sorted by line id. */
  candidates(ids: readonly string[], field: string): readonly string[] {
    const known = this.writersOf(field)
    const writers = [...new Set(ids.flatMap((id) => known.get(id) ?? []))].sort()
    return writers.filter((id) => !writers.some((other) => other !== id && this.isBehind(id, other)))
  }

  /** For every revision, whose value of a field it carries: its own, or what its parents carried. */
  private writersOf(field: string): ReadonlyMap<string, readonly string[]> {
    const known = this.writers.get(field)
    if (known !== undefined) return known
    const found = new Map<string, readonly string[]>()
    this.writers.set(field, found) // filled parent by parent, and asked for the parents meanwhile
    for (const revision of this.inOrder) {
      const inherited = (): string[] => [...new Set(revision.par.flatMap((parent) => found.get(parent) ?? []))]
      found.set(revision.id, this.wrote(revision, field) ? [revision.id] : inherited())
    }
    return found
  }

  private wrote({ id, par, w }: Revision, field: string): boolean {
    if (par.length === 0 || w.includes(field)) return true
    return !same(this.value(id, field), this.value(this.shown(par, field), field))
  }

  heads(): string[] {
    const parents = new Set([...this.byId.values()].flatMap((revision) => revision.par))
    return [...this.byId.keys()].filter((id) => !parents.has(id)).sort()
  }

  allFields(): string[] {
    const every = [...this.byId.values()].flatMap((revision) => [...fieldsOf(revision.doc).keys()])
    return [...new Set(every)].sort()
  }
}

/** Where one side made a value of what is an object on the other, the value is shown and the conflict tells the rest. */
function put(doc: Record<string, unknown>, field: string, value: Json): void {
  const steps = field.slice(1).split('/')
  const last = steps.pop() ?? ''
  let at: unknown = doc
  for (const step of steps) {
    const members = at as Record<string, unknown>
    if (!Object.hasOwn(members, step)) members[step] = {} // what Object brings by that name is no member of a document
    at = members[step]
    if (at === null || typeof at !== 'object' || Array.isArray(at)) return
  }
  ;(at as Record<string, unknown>)[last] = value
}

/**
 * The merged view of one record from its effective revisions (every parent among them; at least one).
 * A field changed on one side wins silently, equal changes collapse, different concurrent changes are a conflict.
 */
export function mergedView(revisions: readonly Revision[]): MergedView {
  const merge = new Merge(revisions)
  const heads = merge.heads()
  const [only] = revisions.filter((revision) => revision.id === heads[0])
  if (heads.length === 1 && only !== undefined) return { heads, doc: only.doc, conflicts: openConflicts(merge, heads, revisions) }
  const doc: Record<string, Json> = {}
  for (const field of merge.allFields()) {
    const value = merge.value(merge.shown(heads, field), field)
    if (value !== undefined) put(doc, field, value)
  }
  return { heads, doc, conflicts: openConflicts(merge, heads, revisions) }
}

function openConflicts(merge: Merge, heads: readonly string[], revisions: readonly Revision[]): Conflict[] {
  if (revisions.every((revision) => revision.par.length < 2) && heads.length === 1) return [] // a plain chain cannot disagree
  const fields = [...new Set(revisions.flatMap((revision) => [...fieldsOf(revision.doc).keys()]))].sort()
  return fields.flatMap((field) => {
    const ids = merge.candidates(heads, field)
    const values = ids.map((id) => merge.value(id, field))
    if (values.every((value) => same(value, values[0]))) return []
    const shown = merge.shown(heads, field)
    const ordered = [shown, ...ids.filter((id) => id !== shown)]
    return [{ field, candidates: ordered.map((id) => ({ id, value: merge.value(id, field) })) }]
  })
}
