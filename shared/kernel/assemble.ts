import type { Json } from './canonical.ts'
import { isObject, unescaped } from './fields.ts'
import type { Merge } from './merge.ts'

/** A document while it is put together. */
interface Node {
  value?: Json
  /** Of a list of rows: their keys in order. */
  keys?: readonly string[]
  readonly inside: Map<string, Node>
}

const newNode = (): Node => ({ inside: new Map() })

function nodeAt(root: Node, tokens: readonly string[]): Node {
  let at = root
  for (const token of tokens) {
    const next = at.inside.get(token) ?? newNode()
    at.inside.set(token, next)
    at = next
  }
  return at
}

/** A row that is away leaves nothing. */
const rowOf = (node: Node | undefined): Json[] => (node === undefined ? [] : [jsonOf(node)])

/** Where one side made a value of what is an object on the other, the value is shown and the conflict tells the rest. */
function jsonOf({ value, keys, inside }: Node): Json {
  if (keys !== undefined) return keys.flatMap((key) => rowOf(inside.get(key)))
  if (value !== undefined && !(isObject(value) && inside.size > 0)) return value
  return Object.fromEntries([...inside].map(([token, node]) => [unescaped(token), jsonOf(node)]))
}

/** The document lies under the empty token, its files beside it. */
const tokensOf = (name: string): string[] => name.split('/')

/** What is shown of each field; undefined of what is not there. */
type Shown = (name: string) => Json | undefined

function place(root: Node, name: string, value: Json, { rule, members }: ReturnType<Merge['aboutField']>): void {
  if (rule.is === 'order' && Array.isArray(value)) nodeAt(root, tokensOf(name)).keys = value.filter((key) => typeof key === 'string')
  else if (members.length < 2 || !isObject(value)) nodeAt(root, tokensOf(name)).value = value
  else for (const [member, part] of Object.entries(value)) nodeAt(root, tokensOf(member)).value = part
}

/**
 * Puts fields together again. Answers what lies at the name of a field ('' is the document); only what is at or within `under` is there,
 * when that is given.
 */
export function assemble(merge: Merge, shown: Shown, under?: string): Shown {
  const root = newNode()
  const isThere = (name: string): boolean => {
    const { row } = merge.aboutField(name)
    return shown(name) !== undefined && (row === undefined || isThere(row))
  }
  for (const name of merge.allFields()) {
    const isWanted = under === undefined || name === under || name.startsWith(`${under}/`)
    const value = isWanted && isThere(name) ? shown(name) : undefined
    if (value !== undefined) place(root, name, value, merge.aboutField(name))
  }
  return (name) => {
    let at: Node | undefined = root
    for (const token of tokensOf(name)) at = at?.inside.get(token)
    return at === undefined ? undefined : jsonOf(at)
  }
}
