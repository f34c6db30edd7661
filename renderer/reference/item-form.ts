import type { ItemShape, Member } from './item-shape'

type Item = { readonly [key: string]: unknown }

/** What stands in the fields: texts by the pointer of their member. */
export type Texts = Readonly<Record<string, string>>
export interface ItemTexts {
  readonly members: Texts
  readonly rows: readonly Texts[]
}

function valueAt(item: unknown, path: string): unknown {
  let at = item
  for (const step of path.split('/').slice(1)) at = at !== null && typeof at === 'object' ? (at as Item)[step] : undefined
  return at
}

/** A value as a person reads and types it. */
export function textOf(item: unknown, { path }: Member): string {
  const value = valueAt(item, path)
  if (Array.isArray(value)) return value.join(' ')
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const textsOf = (item: unknown, members: readonly Member[]): Texts =>
  Object.fromEntries(members.map((member) => [member.path, textOf(item, member)]))

export const rowsOf = (item: unknown, { rows }: ItemShape): readonly unknown[] => {
  const found = rows === undefined ? [] : valueAt(item, rows.path)
  return Array.isArray(found) ? found : []
}

export const toTexts = (item: unknown, shape: ItemShape): ItemTexts => ({
  members: textsOf(item, shape.members),
  rows: rowsOf(item, shape).map((row) => textsOf(row, shape.rows?.members ?? [])),
})

/** What was typed, as the schema wants it; what is no number stays a text, and is refused with its field. */
function typed(text: string, { form }: Member): unknown {
  if (form === 'int') return /^\d{1,9}$/.test(text) ? Number(text) : text
  if (form === 'signed') return /^-?\d{1,9}$/.test(text) ? Number(text) : text
  if (form === 'bool') return text === 'true'
  if (form === 'days') return text.split(/[;；、,\s]+/).filter((day) => day !== '')
  return text
}

function fill(texts: Texts, members: readonly Member[]): Record<string, unknown> {
  const item: Record<string, unknown> = {}
  for (const member of members) {
    const text = (texts[member.path] ?? '').trim()
    if (text === '' && member.form !== 'bool' && member.form !== 'days') continue
    const [first = '', second] = member.path.split('/').slice(1)
    if (second === undefined) item[first] = typed(text, member)
    else item[first] = { ...(item[first] as object | undefined), [second]: typed(text, member) }
  }
  return item
}

/** The item that was typed; members nobody edits here (`base`) stay as they were. */
export function fromTexts({ members, rows }: ItemTexts, shape: ItemShape, base: unknown): Record<string, unknown> {
  const known = new Set(shape.members.map(({ path }) => path.split('/')[1] ?? ''))
  const list = shape.rows?.path.slice(1)
  const kept = Object.entries((base ?? {}) as Item).filter(([key]) => !known.has(key) && key !== list)
  const before = rowsOf(base, shape)
  const rowKnown = new Set(shape.rows?.members.map(({ path }) => path.slice(1)))
  const rowKept = (name: string | undefined): Item => {
    const old = before.find((row) => textOf(row, { path: '/name' }) === name && name !== '' && name !== undefined)
    return Object.fromEntries(Object.entries((old ?? {}) as Item).filter(([key]) => !rowKnown.has(key)))
  }
  return {
    ...Object.fromEntries(kept),
    ...fill(members, shape.members),
    ...(list === undefined ? {} : { [list]: rows.map((row) => ({ ...rowKept(row['/name']), ...fill(row, shape.rows?.members ?? []) })) }),
  }
}
