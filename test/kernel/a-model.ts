import { canonical, type Json } from '#shared/kernel/canonical'
import type { Logged } from './a-history.ts'
import { TARGETS, type Target } from './a-shape.ts'

type Value = Json | undefined
export const alike = (a: Value, b: Value): boolean => canonical({ of: a }) === canonical({ of: b })

const UP = ['assigned begun', 'assigned done', 'assigned refused', 'begun done']
const leadsTo = (from: Value, to: Value): boolean =>
  from === undefined || from === to || (typeof from === 'string' && typeof to === 'string' && UP.includes(`${from} ${to}`))

/** Two lists in the order of the first, with what only the second has put behind what stands before it there. */
function woven(first: readonly Json[], second: readonly Json[]): Json[] {
  const all = [...first]
  for (const [at, item] of second.entries())
    if (!all.includes(item)) all.splice(at === 0 ? 0 : all.indexOf(second[at - 1] ?? '') + 1, 0, item)
  return all
}

/** A list with the entries of another that it has not, counting those that are alike. */
function added(before: readonly Json[], entries: readonly Json[]): Json[] {
  const all = [...before]
  for (const [at, entry] of entries.entries()) {
    const nth = entries.slice(0, at + 1).filter((one) => alike(one, entry)).length
    if (all.filter((one) => alike(one, entry)).length < nth) all.push(entry)
  }
  return all
}

/**
 * The merge a second time, written from the page and not from the code: sets of lines, no cleverness, one field at a time. The lines
 * given are those that count, each parent among them.
 */
export class Model {
  private readonly lines: ReadonlyMap<string, Logged>
  private readonly behindOf = new Map<string, ReadonlySet<string>>()
  private readonly ages = new Map<string, number>()
  private readonly wroteBy = new Map<string, ReadonlySet<string>>()

  constructor(lines: readonly Logged[]) {
    this.lines = new Map(lines.map((line) => [line.id, line]))
  }

  private line(id: string): Logged {
    const line = this.lines.get(id)
    if (line === undefined) throw new Error('a line that does not count')
    return line
  }

  behind(id: string): ReadonlySet<string> {
    const known = this.behindOf.get(id)
    if (known !== undefined) return known
    const { par } = this.line(id)
    const found = new Set([...par, ...par.flatMap((parent) => [...this.behind(parent)])])
    this.behindOf.set(id, found)
    return found
  }

  age(id: string): number {
    const known = this.ages.get(id) ?? 1 + Math.max(0, ...this.line(id).par.map((parent) => this.age(parent)))
    this.ages.set(id, known)
    return known
  }

  heads(): string[] {
    const upon = new Set([...this.lines.values()].flatMap(({ par }) => par))
    return [...this.lines.keys()].filter((id) => !upon.has(id)).toSorted()
  }

  says(id: string, target: Target): Value {
    return target.read(this.line(id))
  }

  candidates(ids: readonly string[], target: Target): string[] {
    const writers = [...new Set(ids.flatMap((id) => [...this.writers(id, target)]))]
    return writers.filter((id) => !writers.some((other) => this.behind(other).has(id))).toSorted()
  }

  /** The candidates from the one that is displayed to the one that is least so. */
  private ranked(ids: readonly string[]): string[] {
    return ids.toSorted((a, b) => this.age(b) - this.age(a) || (a < b ? -1 : 1))
  }

  /** Whether the candidates say different things that only a person can bring together. */
  isTorn(ids: readonly string[], target: Target): boolean {
    const values = this.candidates(ids, target).map((id) => this.says(id, target))
    const isOne = values.every((value) => alike(value, values[0]))
    if (isOne || target.join === 'order' || target.join === 'log' || target.join === 'seen') return false
    return target.join !== 'status' || !values.some((top) => top !== undefined && values.every((value) => leadsTo(value, top)))
  }

  displayed(ids: readonly string[], target: Target): Value {
    const ranked = this.ranked(this.candidates(ids, target))
    const values = ranked.map((id) => this.says(id, target))
    if (target.join === 'order') return this.order(ids, values[0], target)
    if (values.every((value) => alike(value, values[0])) || this.isTorn(ids, target)) return values[0]
    if (target.join === 'status') return values.find((top) => top !== undefined && values.every((value) => leadsTo(value, top)))
    if (target.join === 'seen') return Math.max(...values.map((value) => Number(value ?? -1)))
    return values.toReversed().reduce<Json[]>((before, entries) => added(before, (entries ?? []) as Json[]), [])
  }

  private order(ids: readonly string[], lead: Value, target: Target): Value {
    if (ids.length === 1) return this.says(ids[0] ?? '', target)
    const lists = this.ranked(ids).map((id) => (this.says(id, target) ?? []) as Json[])
    const all = lists.reduce<readonly Json[]>((before, next) => woven(before, next), (lead ?? []) as Json[])
    return lead === undefined && all.length === 0 ? undefined : [...all]
  }

  isSame(target: Target, a: Value, b: Value): boolean {
    if (target.join !== 'order' || a === undefined || b === undefined) return alike(a, b)
    const [one, other] = [a as Json[], b as Json[]]
    return alike(
      one.filter((item) => other.includes(item)),
      other.filter((item) => one.includes(item)),
    )
  }

  /** Whose word on a field a line carries: its own, or that of its parents. */
  writers(id: string, target: Target): ReadonlySet<string> {
    const name = `${id} ${target.name}`
    const known = this.wroteBy.get(name) ?? (this.wrote(id, target) ? new Set([id]) : this.inherited(id, target))
    this.wroteBy.set(name, known)
    return known
  }

  private inherited(id: string, target: Target): ReadonlySet<string> {
    return new Set(this.line(id).par.flatMap((parent) => [...this.writers(parent, target)]))
  }

  private wrote(id: string, target: Target): boolean {
    const line = this.line(id)
    const row = this.rowOf(target)
    if (row !== undefined && this.says(id, row) === undefined) return false
    if (line.par.length === 0) return true
    if (line.w.some((name) => name === target.name || name === target.also)) return true
    const mine = this.says(id, target)
    if (!this.isSame(target, mine, this.displayed(line.par, target))) return true
    return mine !== undefined && TARGETS.some((within) => within.row === target.name && this.writers(id, within).has(id))
  }

  private rowOf({ row }: Target): Target | undefined {
    return TARGETS.find(({ name }) => name === row)
  }

  /** What a person sees of a field; nothing of what lies in a row that is away, which is in no order either. */
  seen(target: Target): Value {
    const row = this.rowOf(target)
    const isAway = row !== undefined && this.displayed(this.heads(), row) === undefined
    const shown = isAway ? undefined : this.displayed(this.heads(), target)
    if (target.join !== 'order' || !Array.isArray(shown)) return shown
    const isThere = (one: Target): boolean => one.row === undefined && this.displayed(this.heads(), one) !== undefined
    const there = TARGETS.filter(isThere).map(({ name }) => name)
    const rows = shown.filter((key) => typeof key === 'string' && there.some((name) => name.startsWith(`${target.name}/${key}`)))
    return target.name === 'att' && rows.length === 0 ? undefined : rows // a list of no files is none
  }

  /** The fields a person is asked about, and between which lines. */
  conflicts(): ReadonlyMap<string, readonly string[]> {
    const heads = this.heads()
    const isGone = (row: Target | undefined): boolean =>
      row !== undefined && this.displayed(heads, row) === undefined && !this.isTorn(heads, row)
    const torn = TARGETS.filter((target) => this.isTorn(heads, target) && !isGone(this.rowOf(target)))
    return new Map(torn.map((target) => [target.name, this.candidates(heads, target)]))
  }
}
