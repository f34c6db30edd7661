import { createHash } from 'node:crypto'
import type { Json } from '#shared/kernel/canonical'
import type { AttachmentRef } from '#shared/kernel/line'
import type { MergeShape } from '#shared/kernel/merge-shape'

/** A record with every sort of field that revisions can merge by. */
export const SHAPE: MergeShape = {
  groups: [['/limit', '/unit']],
  keyed: { '/rows': { key: ['id'], row: { groups: [['/low', '/high']] } }, '/people': { key: ['name', 'role'] } },
  append: { '/log': {} },
  lattices: {
    '/status': [
      ['assigned', 'begun', 'done'],
      ['assigned', 'refused'],
    ],
  },
  auto: { '/seen': 'max' },
}

export type Doc = { [key: string]: Json }
/** What a revision says. */
export interface Said {
  readonly doc: Doc
  readonly att: AttachmentRef[]
}

/** How the fields are read and written, by somebody who knows the document and not the code that merges it. */
export interface Target {
  readonly name: string
  /** The row it lies in. */
  readonly row?: string
  /** The second member of a group; naming it names the group. */
  readonly also?: string
  /** What is settled without asking, and how. */
  readonly join?: 'log' | 'status' | 'seen' | 'order'
  readonly read: (said: Said) => Json | undefined
  /** False when there is nothing to write upon. */
  readonly write: (said: Said, value: Json | undefined, choice: number) => boolean
}

export function put(doc: Doc, member: string, value: Json | undefined): true {
  if (value === undefined) delete doc[member]
  else doc[member] = value
  return true
}

const some = (members: Doc): Json | undefined => (Object.values(members).some((value) => value !== undefined) ? members : undefined)
const only = (members: { [key: string]: Json | undefined }): Doc =>
  Object.fromEntries(Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))

const inner = (doc: Doc, member: string): Doc => (doc[member] ?? {}) as Doc
const list = (doc: Doc, member: string): Doc[] => (Array.isArray(doc[member]) ? doc[member] : []) as Doc[]
const isRow = (id: string) => (row: Doc) => row['id'] === id
const rowOf = (doc: Doc, id: string): Doc | undefined => list(doc, 'rows').find(isRow(id))

const member = (name: string): Target => ({
  name: `/${name}`,
  read: ({ doc }) => doc[name],
  write: ({ doc }, value) => put(doc, name, value),
})

const nested = (name: string): Target => ({
  name: `/c/${name}`,
  read: ({ doc }) => inner(doc, 'c')[name],
  write: ({ doc }, value) => {
    const c = { ...inner(doc, 'c') }
    doc['c'] = c
    return put(c, name, value)
  },
})

interface Pair {
  /** The members, by pointer; a person changes one of them at a time. */
  readonly first: string
  readonly second: string
  readonly of: (doc: Doc) => Doc | undefined
  readonly row?: string
}
const last = (pointer: string): string => pointer.split('/').at(-1) ?? ''

const pair = ({ first, second, of, row: within }: Pair): Target => ({
  name: first,
  also: second,
  ...(within === undefined ? {} : { row: within }),
  read: ({ doc }) => some(only({ [first]: of(doc)?.[last(first)], [second]: of(doc)?.[last(second)] })),
  write: ({ doc }, value, choice) => {
    const holder = of(doc)
    return holder !== undefined && put(holder, last(choice % 2 === 0 ? first : second), value)
  },
})

const row = (id: string): Target => ({
  name: `/rows/${id}`,
  read: ({ doc }) => (rowOf(doc, id) === undefined ? undefined : 'there'),
  write: ({ doc }, value) => {
    const rows = list(doc, 'rows')
    doc['rows'] = rowOf(doc, id) === undefined ? [{ id, x: value ?? 'new' }, ...rows] : rows.filter((one) => !isRow(id)(one))
    return true
  },
})

const inRow = (id: string): Target => ({
  name: `/rows/${id}/x`,
  row: `/rows/${id}`,
  read: ({ doc }) => rowOf(doc, id)?.['x'],
  write: ({ doc }, value) => {
    const holder = rowOf(doc, id)
    return holder !== undefined && put(holder, 'x', value)
  },
})

const person: Target = {
  name: '/people/甲|a~1b',
  read: ({ doc }) => list(doc, 'people').find(({ name }) => name === '甲'),
  write: ({ doc }, value) => {
    const others = list(doc, 'people').filter(({ name }) => name !== '甲')
    return put(doc, 'people', value === undefined ? others : [...others, { name: '甲', role: 'a/b', says: value }])
  },
}

const rowOrder: Target = {
  name: '/rows',
  join: 'order',
  read: ({ doc }) => (doc['rows'] === undefined ? undefined : list(doc, 'rows').map(({ id }) => id ?? '')),
  write: ({ doc }) => put(doc, 'rows', list(doc, 'rows').toReversed()),
}
const peopleOrder: Target = {
  name: '/people',
  join: 'order',
  read: ({ doc }) => (doc['people'] === undefined ? undefined : list(doc, 'people').map(({ name }) => name ?? '')),
  write: ({ doc }) => put(doc, 'people', list(doc, 'people').toReversed()),
}
const fileOrder: Target = {
  name: 'att',
  join: 'order',
  read: ({ att }) => (att.length === 0 ? undefined : att.map(({ id }) => id)),
  write: ({ att }) => att.reverse().length > 0,
}

const log: Target = {
  name: '/log',
  join: 'log',
  read: ({ doc }) => doc['log'],
  write: ({ doc }, value) => put(doc, 'log', [...((doc['log'] ?? []) as Json[]), value ?? 'alike']),
}

const STEPS = ['begun', 'done', 'refused', 'elsewhere']
const status: Target = {
  name: '/status',
  join: 'status',
  read: ({ doc }) => doc['status'],
  write: ({ doc }, _value, choice) => put(doc, 'status', STEPS[choice]),
}

const seen: Target = {
  name: '/seen',
  join: 'seen',
  read: ({ doc }) => doc['seen'],
  write: ({ doc }, _value, choice) => put(doc, 'seen', choice === 3 ? undefined : choice * 7),
}

const fileOf = (id: string, name: string): AttachmentRef => ({
  id,
  sha256: createHash('sha256').update(name).digest('hex'),
  size: 1,
  mime: 'image/jpeg',
  name,
  addedAt: '2026-11-22T10:00:00+08:00',
})
const FILE = '01890000-0000-7000-8000-0000000000f1'
const OTHER_FILE = '01890000-0000-7000-8000-0000000000f2'
const file: Target = {
  name: `att/${FILE}`,
  read: ({ att }) => att.find(({ id }) => id === FILE) as Json | undefined,
  write: ({ att }, value) => {
    const at = att.findIndex(({ id }) => id === FILE)
    if (at >= 0) att.splice(at, 1)
    else att.push(fileOf(FILE, typeof value === 'string' ? value : 'again'))
    return true
  },
}

/** What one person settles as a whole; the review, and the five that were there before there were shapes, come first. */
export const TARGETS: readonly Target[] = [
  member('a'),
  member('b'),
  nested('d'),
  nested('e'),
  member('list'),
  member('review'),
  pair({ first: '/limit', second: '/unit', of: (doc) => doc }),
  row('k1'),
  inRow('k1'),
  pair({ first: '/rows/k1/low', second: '/rows/k1/high', of: (doc) => rowOf(doc, 'k1'), row: '/rows/k1' }),
  row('k2'),
  inRow('k2'),
  person,
  { name: '/people/乙|', read: ({ doc }) => list(doc, 'people').find(({ name }) => name === '乙'), write: () => false },
  file,
  { name: `att/${OTHER_FILE}`, read: ({ att }) => att.find(({ id }) => id === OTHER_FILE) as Json | undefined, write: () => false },
  rowOrder,
  peopleOrder,
  fileOrder,
  log,
  status,
  seen,
]

export const targetOf = (name: string): Target => {
  const target = TARGETS.find((one) => one.name === name)
  if (target === undefined) throw new Error(`no target ${name}`)
  return target
}

/** The first document of a record. */
export const theBeginning = (): Said => ({
  doc: {
    a: 'of line 0',
    b: 'of line 0',
    c: { d: 'of line 0' },
    limit: 'of line 0',
    unit: 'of line 0',
    rows: [
      { id: 'k1', x: 'of line 0', low: 'of line 0', high: 'of line 0' },
      { id: 'k2', x: 'of line 0' },
    ],
    people: [{ name: '乙', role: '', says: 'of line 0' }],
    log: ['of line 0'],
    status: 'assigned',
    seen: 3,
  },
  att: [fileOf(FILE, 'of line 0'), fileOf(OTHER_FILE, 'other')],
})
