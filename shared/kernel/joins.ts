import { canonical, type Json } from './canonical.ts'
import { isObject, namesOf, same, textOf } from './fields.ts'
import type { Appended, Chains, Rule } from './merge-shape.ts'

type Value = Json | undefined

/** What several values of a field come to without asking anybody. */
interface Joined {
  readonly value: Value
}

/** All entries of all lists, each once; null when two lists say different things under one name. */
function union(lists: readonly Value[], { key }: Appended): Joined | null {
  const entries = new Map<string, Json>()
  for (const list of lists) {
    if (list === undefined) continue
    if (!Array.isArray(list)) return null
    const names = namesOf(list, (entry) => (key !== undefined && isObject(entry) ? textOf(entry[key]) : canonical(entry)))
    for (const [index, entry] of list.entries()) {
      const name = names[index] ?? ''
      if (!same(entries.get(name) ?? entry, entry)) return null
      entries.set(name, entry)
    }
  }
  return { value: [...entries.values()] }
}

/** The values a chain puts directly or further above this one. */
const above = (chain: readonly string[], at: Value): readonly string[] =>
  typeof at === 'string' && chain.includes(at) ? chain.slice(chain.indexOf(at) + 1) : []

/** True when a chain, or several one after the other, lead up from one value to the other; everything lies above nothing. */
function isBelow(chains: Chains, low: Value, high: Value): boolean {
  if (low === undefined || same(low, high)) return true
  const seen = new Set<Value>()
  const waiting = [low]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === high) return true
    if (!seen.has(at)) waiting.push(...chains.flatMap((chain) => above(chain, at)))
    seen.add(at)
  }
  return false
}

function greatestIn(chains: Chains, values: readonly Value[]): Joined | null {
  const top = values.find((high) => high !== undefined && values.every((low) => isBelow(chains, low, high)))
  return top === undefined ? null : { value: top }
}

const rank = (value: Value): number => (value === undefined ? 0 : typeof value === 'number' ? 1 : 2)

/** Numbers by size, texts (a day, a time) by their characters; a text is above a number, and anything above nothing. */
function isGreater(a: Value, b: Value): boolean {
  if (rank(a) !== rank(b)) return rank(a) > rank(b)
  return typeof a === 'number' && typeof b === 'number' ? a > b : canonical({ of: a }) > canonical({ of: b })
}

const greatest = (values: readonly Value[]): Joined => ({ value: values.reduce((best, value) => (isGreater(value, best) ? value : best)) })

/** Joins values that differ, the oldest first; null when a person must decide. */
export function join(rule: Rule, values: readonly Value[]): Joined | null {
  if (rule.is === 'append') return union(values, rule.appended)
  if (rule.is === 'lattice') return greatestIn(rule.chains, values)
  return rule.is === 'max' ? greatest(values) : null
}
