import type { ReferenceTable } from './reference-item.ts'
import { familyOf, type ItemOf } from './reference-tables.ts'

/** Who an item comes from, the weaker first: a supervisor's word counts above this device's own, that above what was shipped. */
export const ORIGINS = ['other', 'shipped', 'device', 'supervisor'] as const
export type Origin = (typeof ORIGINS)[number]

/** An item of a table as this device knows it, wherever it comes from. */
export interface HeldItem<T extends ReferenceTable = ReferenceTable> {
  readonly key: string
  readonly item: ItemOf[T]
  readonly origin: Origin
  /** The person; '' for what was shipped. */
  readonly by: string
  /** null for what was shipped. */
  readonly recordId: string | null
  readonly withdrawn: boolean
  readonly void: boolean
}

const rankOf = (held: HeldItem): number => (held.void ? -1 : ORIGINS.indexOf(held.origin))

/** Of two items the one that counts; the same on all replicas, whatever arrived first. */
function strongerOf<H extends HeldItem>(a: H, b: H): H {
  const [rankA, rankB] = [rankOf(a), rankOf(b)]
  if (rankA !== rankB) return rankA > rankB ? a : b
  return (a.recordId ?? '') >= (b.recordId ?? '') ? a : b
}

/** For every key the one item that counts, in the order in which the keys first come. Void ones and those of colleagues only where there is nothing else. */
export function decisiveItems<T extends ReferenceTable>(held: readonly HeldItem<T>[]): readonly HeldItem<T>[] {
  const byKey = new Map<string, HeldItem<T>>()
  for (const item of held) {
    const other = byKey.get(item.key)
    byKey.set(item.key, other === undefined ? item : strongerOf(item, other))
  }
  return [...byKey.values()]
}

/** May this item be used at all: nobody took it back, and it is no colleague's. */
export const isUsable = (held: HeldItem): boolean => !held.withdrawn && rankOf(held) >= ORIGINS.indexOf('shipped')

interface Validity {
  readonly validFrom: string
  readonly validTo: string
}

/** From when until when (both included); open ends are the least and the greatest text. */
export function validityOf(item: object): Validity {
  const { validFrom = '', validTo = '9999-12-31' } = item as Partial<Validity>
  return { validFrom, validTo }
}

const isValidOn = (item: object, day: string): boolean => validityOf(item).validFrom <= day && day <= validityOf(item).validTo

function newerOf<H extends HeldItem>(a: H, b: H): H {
  const [fromA, fromB] = [validityOf(a.item).validFrom, validityOf(b.item).validFrom]
  if (fromA !== fromB) return fromA > fromB ? a : b
  const stronger = strongerOf(a, b)
  return rankOf(a) === rankOf(b) && a.recordId === b.recordId ? (a.key >= b.key ? a : b) : stronger
}

/** Of decisive items those in force on a day: one edition of each family, the one that began last. */
export function itemsInForce<T extends ReferenceTable>(table: T, decisive: readonly HeldItem<T>[], day: string): readonly HeldItem<T>[] {
  const byFamily = new Map<string, HeldItem<T>>()
  for (const held of decisive) {
    if (!isUsable(held) || !isValidOn(held.item, day)) continue
    const family = familyOf(table, held.item)
    const other = byFamily.get(family)
    byFamily.set(family, other === undefined ? held : newerOf(held, other))
  }
  return [...byFamily.values()]
}
