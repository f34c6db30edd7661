import { identityOf } from '#db/enterprise/identities'
import { type ComparedRow, factsOfEntry, getCompared, listByKey, listSharedKeys } from '#db/enterprise/lookalike-queries'
import { getSetting } from '#db/kernel/settings'
import type { LikeEntry, Lookalike } from '#shared/enterprise/enterprise-contract'
import { likenessOf, type Prepared, pairsWithin, prepared, sharedKey } from '#shared/enterprise/lookalike'
import type { World } from '../kernel/world.ts'

/** Under which a person's "not the same" is remembered on this laptop; the pair is in order, so that it is one. */
export const notSameKey = (one: string, other: string): string => `enterprise.notSame ${[one, other].toSorted().join(' ')}`

/** Most comparisons of one answer: a page of a directory with nothing to find still comes at once, and says where to go on. */
const MOST_COMPARED = 10_000
const KEYS_AT_ONCE = 500

const CODE = '1 '

/** Entries that still ask for a decision: with the same code those that nobody merged away, else those that speak for themselves. */
const asks = (key: string, { id, identity, away }: ComparedRow): boolean => (key.startsWith(CODE) ? !away : identity === id)

type Pair = readonly [Prepared<ComparedRow>, Prepared<ComparedRow>]

function entryOf({ db }: World, { identity: _identity, away: _away, ...row }: ComparedRow): LikeEntry {
  return { ...row, ...factsOfEntry(db, row.id) }
}

function toLookalike(world: World, [one, other]: Pair, key: string): Lookalike[] {
  const likeness = likenessOf(one, other)
  if (likeness === null || sharedKey(one, other) !== key) return []
  const [a, b] = [one.entry, other.entry]
  if ((getSetting(world.db, notSameKey(a.id, b.id)) ?? '') !== '') return []
  const oneAlready = a.identity === b.identity
  return [{ one: entryOf(world, a), other: entryOf(world, b), reasons: [...likeness.reasons], percent: likeness.percent, oneAlready }]
}

interface Found {
  readonly items: Lookalike[]
  readonly compared: number
}

function underKey(world: World, key: string): Found {
  const members = listByKey(world.db, key).filter((row) => asks(key, row))
  const pairs = pairsWithin(members.map(prepared), key)
  return { items: pairs.flatMap((pair) => toLookalike(world, pair, key)), compared: pairs.length }
}

/** The whole directory, key by key; a page ends with a key. */
export function listLookalikes(world: World, after: string, limit: number): { items: Lookalike[]; next: string | null } {
  const items: Lookalike[] = []
  let [at, compared] = [after, 0]
  for (;;) {
    const keys = listSharedKeys(world.db, at, KEYS_AT_ONCE)
    for (const key of keys) {
      const found = underKey(world, key)
      items.push(...found.items)
      compared += found.compared
      at = key
      if (items.length >= limit || compared >= MOST_COMPARED) return { items, next: at }
    }
    if (keys.length < KEYS_AT_ONCE) return { items, next: null }
  }
}

/** Those of one enterprise. */
export function lookalikesOf(world: World, id: string, limit: number): Lookalike[] {
  const row = getCompared(world.db, identityOf(world.db, id))
  if (row === null) return []
  const own = prepared(row)
  return [...own.keys]
    .toSorted()
    .flatMap((key) =>
      listByKey(world.db, key)
        .filter((other) => other.id !== row.id && asks(key, other) && asks(key, row))
        .flatMap((other) => toLookalike(world, [own, prepared(other)], key)),
    )
    .slice(0, limit)
}
