import type { Json } from './canonical.ts'
import { agree, type Field, fieldsOf, filesOf, same } from './fields.ts'
import { join } from './joins.ts'
import type { AttachmentRef, Operation } from './line.ts'
import type { MergeShape } from './merge-shape.ts'

/** A revision as the merge needs it. `gen` is 1 + the greatest generation of its parents, counted by the reader. */
export interface Revision {
  readonly id: string
  readonly par: readonly string[]
  readonly op: Operation
  readonly w: readonly string[]
  readonly doc: { readonly [key: string]: Json }
  /** The files it names; a row each, by `id`. */
  readonly att?: readonly AttachmentRef[] | undefined
  readonly gen: number
}

type Value = Json | undefined
/** What a field is, whoever writes it. */
type About = Omit<Field, 'value'>
const UNKNOWN: About = { rule: { is: 'ask' }, members: [], row: undefined }

/** All that one revision says: its document and its files. */
const said = ({ doc, att = [] }: Revision, shape: MergeShape): ReadonlyMap<string, Field> =>
  new Map([...fieldsOf(doc, shape), ...(att.length === 0 ? [] : filesOf(att))])

/** The keys of all lists: as in the first; what only a later one has, behind what stands before it there. */
function inOneOrder(lists: readonly Value[]): string[] {
  const next = new Map<Value, Value>() // a chain that begins behind undefined
  for (const list of lists) {
    let before: Value
    for (const key of Array.isArray(list) ? list : []) {
      if (!next.has(key)) next.set(key, next.get(before)).set(before, key)
      before = key
    }
  }
  const keys: string[] = []
  for (let key = next.get(undefined); typeof key === 'string'; key = next.get(key)) keys.push(key)
  return keys
}

/** Per-field multi-value register over the revisions of one record, by causality alone: no clock, no order of arrival. */
export class Merge {
  private readonly byId: ReadonlyMap<string, Revision>
  /** Parents before their children: walked in a loop, no history is too long for the stack. */
  private readonly inOrder: readonly Revision[]
  private readonly said = new Map<string, ReadonlyMap<string, Field>>()
  private readonly writers = new Map<string, ReadonlyMap<string, readonly string[]>>()
  private readonly about = new Map<string, About>()
  /** Row → the fields in it. */
  private readonly inRow = new Map<string, string[]>()

  constructor(revisions: readonly Revision[], shape: MergeShape = {}) {
    this.byId = new Map(revisions.map((revision) => [revision.id, revision]))
    this.inOrder = revisions.toSorted((a, b) => a.gen - b.gen)
    for (const revision of revisions) this.read(revision, shape)
  }

  private read(revision: Revision, shape: MergeShape): void {
    const fields = said(revision, shape)
    this.said.set(revision.id, fields)
    for (const [name, { rule, members, row }] of fields) {
      if (row !== undefined && !this.about.has(name)) {
        const others = this.inRow.get(row)
        if (others === undefined) this.inRow.set(row, [name])
        else others.push(name)
      }
      // A list or row that is sometimes something else (a later version writes so) stays what it is declared to be.
      if (rule.is !== 'ask' || !this.about.has(name)) this.about.set(name, { rule, members, row })
    }
  }

  private get(id: string): Revision {
    const revision = this.byId.get(id)
    if (revision === undefined) throw new Error(`revision ${id} is not among the effective ones`)
    return revision
  }

  /** True when `old` lies somewhere behind `young`. */
  isBehind(old: string, young: string): boolean {
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

  allFields(): string[] {
    return [...this.about.keys()].sort()
  }

  aboutField(field: string): About {
    return this.about.get(field) ?? UNKNOWN
  }

  fieldsIn(row: string): readonly string[] {
    return this.inRow.get(row) ?? []
  }

  value(id: string, field: string): Value {
    return this.said.get(id)?.get(field)?.value
  }

  /** The oldest first; of one generation, the greater line id first, so that the last is the one that is shown. */
  private byAge(ids: readonly string[]): string[] {
    return ids.toSorted((a, b) => this.get(a).gen - this.get(b).gen || (a < b ? 1 : -1))
  }

  /** The revision whose value is displayed: greatest generation, ties by the smaller line id. */
  shown(ids: readonly string[], field: string): string {
    const shown = this.byAge(this.candidates(ids, field)).at(-1)
    if (shown === undefined) throw new Error(`nobody wrote ${field}`)
    return shown
  }

  /** Writers of a field that no other writer of it has superseded, sorted by line id. */
  candidates(ids: readonly string[], field: string): readonly string[] {
    const known = this.writersOf(field)
    const writers = [...new Set(ids.flatMap((id) => known.get(id) ?? []))].sort()
    return writers.filter((id) => !writers.some((other) => other !== id && this.isBehind(id, other)))
  }

  /** What the candidates come to by themselves; null when a person must decide. */
  settled(ids: readonly string[], field: string): { readonly value: Value } | null {
    const values = this.byAge(this.candidates(ids, field)).map((id) => this.value(id, field))
    const [first] = values
    return values.every((value) => same(value, first)) ? { value: first } : join(this.aboutField(field).rule, values)
  }

  /** What whoever sees these heads sees of a field. */
  displayed(ids: readonly string[], field: string): Value {
    if (this.aboutField(field).rule.is === 'order') return this.orderShown(ids, field)
    const settled = this.settled(ids, field)
    return settled === null ? this.value(this.shown(ids, field), field) : settled.value
  }

  /** Whether it, and every row it lies in, is displayed. */
  isShown(ids: readonly string[], field: string): boolean {
    const { row } = this.aboutField(field)
    return this.displayed(ids, field) !== undefined && (row === undefined || this.isShown(ids, row))
  }

  /** Whether a person must decide; not what stands in a row that is gone for good. */
  isOpen(ids: readonly string[], field: string): boolean {
    const { rule, row } = this.aboutField(field)
    const isGone = row !== undefined && !this.isShown(ids, row) && !this.isOpen(ids, row)
    return rule.is !== 'order' && !isGone && this.settled(ids, field) === null
  }

  /** Rows in the order that was set last, also those that are away; what only others know, behind what stands before it there. Never asks. */
  private orderShown(ids: readonly string[], field: string): Value {
    const [only] = ids.length === 1 ? ids : this.byAge(this.candidates(ids, field)).slice(-1)
    const lead = only === undefined ? undefined : this.value(only, field)
    if (lead !== undefined && !Array.isArray(lead)) return lead
    const youngestFirst = this.byAge(ids).toReversed()
    const keys = inOneOrder([lead, ...youngestFirst.map((id) => this.value(id, field))])
    return lead === undefined && keys.length === 0 ? undefined : keys
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

  private wrote(revision: Revision, field: string): boolean {
    const { id, par, w } = revision
    const { row, members, rule } = this.aboutField(field)
    if (row !== undefined && this.value(id, row) === undefined) return false // where a row is away, nothing is said of what stands in it
    if (par.length === 0) return true
    if (w.includes(field) || members.some((member) => w.includes(member))) return true
    if (!agree(rule, this.value(id, field), this.displayed(par, field))) return true
    return this.value(id, field) !== undefined && this.fieldsIn(field).some((within) => this.writersOf(within).get(id)?.[0] === id) // whoever writes in a row wants it there
  }
}
