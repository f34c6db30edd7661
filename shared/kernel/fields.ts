import { canonical, type Json } from './canonical.ts'
import type { AttachmentRef } from './line.ts'
import { type MergeShape, planOf, type Rows, type Rule, type Treatment } from './merge-shape.ts'

/** A document as fields by name: the JSON Pointer of a member, of the first member of a group, of a row (`/items/KEY`), of a list of rows. */
export interface Field {
  readonly value: Json
  readonly rule: Rule
  /** What it stands for when several members mean something only together; otherwise itself. */
  readonly members: readonly string[]
  /** The row it lies in, which is a field as well: there, or away. */
  readonly row: string | undefined
}

type Fields = ReadonlyMap<string, Field>
type JsonObject = { readonly [key: string]: Json }

const ASK: Rule = { is: 'ask' }
/** That a row is there; what stands in it are fields of their own. */
const THERE: Json = {}
/** The verdict of one supervisor is never shown with the remarks of another, in a document of any kind. */
const REVIEW = '/review'
/** Files stand beside the document, so their fields are no pointers into it: `att/ID`. */
export const FILES = 'att'

export const isObject = (value: Json | undefined): value is JsonObject & { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b))

/** RFC 6901 §3. */
const escaped = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1')
export const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~')

/** A name for each entry of a list, no two alike: what is named alike is counted on (`a`, `a#2`). */
export function namesOf(entries: readonly Json[], nameOf: (entry: Json) => string): string[] {
  const taken = new Set<string>()
  const counted = new Map<string, number>()
  return entries.map((entry) => {
    const own = nameOf(entry)
    let [name, n] = [own, counted.get(own) ?? 1]
    while (taken.has(name)) name = `${own}#${String(++n)}`
    taken.add(name)
    counted.set(own, n)
    return name
  })
}

export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

interface Place {
  readonly into: Map<string, Field>
  readonly shape: MergeShape
  /** What the pointers of the shape begin at. */
  readonly at: string
  readonly row: string | undefined
}

function readRows({ into, at, row }: Place, list: Json, path: string, rows: Rows): void {
  const name = at + path
  const keys = Array.isArray(list)
    ? namesOf(list, (entry) => escaped(rows.key.map((key) => (isObject(entry) ? textOf(entry[key]) : '')).join('|')))
    : []
  into.set(name, { value: Array.isArray(list) ? keys : list, rule: { is: 'order' }, members: [name], row })
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const one = `${name}/${keys[index] ?? ''}`
    const isSplit = rows.row !== undefined && isObject(entry)
    into.set(one, { value: isSplit ? THERE : entry, rule: isSplit ? { is: 'row' } : ASK, members: [one], row })
    if (isSplit) walk({ into, shape: rows.row, at: one, row: one }, entry, '')
  }
}

function readGroup({ into, at, row }: Place, value: Json, path: string, group: readonly string[]): void {
  const members = group.map((member) => at + member)
  const name = members[0] ?? path
  const before = into.get(name)?.value
  const whole = members.length === 1 ? value : { ...(isObject(before) ? before : {}), [at + path]: value }
  into.set(name, { value: whole, rule: ASK, members, row })
}

function readSingle({ into, at, row }: Place, value: Json, path: string, rule: Rule): void {
  const name = at + path
  into.set(name, { value, rule, members: [name], row })
}

function readTreated(place: Place, value: Json, path: string, treatment: Treatment): void {
  if (treatment.is === 'group') readGroup(place, value, path, treatment.members)
  else if (treatment.is === 'keyed') readRows(place, value, path, treatment.rows)
  else readSingle(place, value, path, treatment.rule)
}

function walk(place: Place, value: Json, path: string): void {
  const treatment = planOf(place.shape).get(path)
  if (treatment !== undefined) readTreated(place, value, path, treatment)
  else if (!isObject(value) || place.at + path === REVIEW) readSingle(place, value, path, ASK)
  else for (const [key, member] of Object.entries(value)) walk(place, member, `${path}/${escaped(key)}`)
}

/** What a document says, field by field. */
export function fieldsOf(doc: Json, shape: MergeShape = {}): Fields {
  const into = new Map<string, Field>()
  walk({ into, shape, at: '', row: undefined }, doc, '')
  return into
}

/** The files of a revision, each a row by its id. */
export function filesOf(att: readonly AttachmentRef[]): Fields {
  const into = new Map<string, Field>()
  readRows({ into, shape: {}, at: '', row: undefined }, [...att] as Json[], FILES, { key: ['id'] })
  return into
}

/** The keys that both have, in the order of each: a row more or less is no other order. */
function sameOrder(a: Json, b: Json): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return same(a, b)
  const [inA, inB] = [new Set(a), new Set(b)]
  return same(
    a.filter((key) => inB.has(key)),
    b.filter((key) => inA.has(key)),
  )
}

/** Whether two values of a field say the same. */
export const agree = (rule: Rule, a: Json | undefined, b: Json | undefined): boolean =>
  rule.is === 'order' && a !== undefined && b !== undefined ? sameOrder(a, b) : same(a, b)

/** The fields in which two sets of fields differ, sorted; of a row that came or went, the row alone. */
export function differing(before: Fields, after: Fields): string[] {
  const isNamed = (name: string): boolean => {
    const field = before.get(name) ?? after.get(name)
    if (field?.row !== undefined && !(before.has(field.row) && after.has(field.row))) return false
    return !agree(field?.rule ?? ASK, before.get(name)?.value, after.get(name)?.value)
  }
  return [...new Set([...before.keys(), ...after.keys()])].filter(isNamed).sort()
}

/** The fields in which two documents differ: the write set of an edit. */
export const changedFields = (before: Json, after: Json, shape: MergeShape = {}): string[] =>
  differing(fieldsOf(before, shape), fieldsOf(after, shape))
