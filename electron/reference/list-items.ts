import { type HeldItem, itemsInForce, validityOf } from '#shared/reference/in-force'
import type { ItemStanding, ListedItem } from '#shared/reference/reference-contract'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { dayOf, type World } from '../kernel/world.ts'
import { directoryOf, type TableHeld } from './directory.ts'

type Facts = Partial<Record<'kind' | 'zh' | 'name' | 'key' | 'edition' | 'validFrom' | 'validTo' | 'source', string>> & {
  readonly year?: number
  readonly article?: ListedItem['article']
  readonly sure?: ListedItem['sure']
}

/** What an item is called, and its edition as its source names it. */
export function titleOf(table: ReferenceTable, item: object): { readonly title: string; readonly edition: string } {
  const { kind, zh, name, key, year, edition = '', validFrom = '' } = item as Facts
  const title = kind ?? zh ?? name ?? (year === undefined ? key : String(year)) ?? ''
  return { title, edition: table === 'deadlineRule' ? validFrom : edition }
}

/** Why an item that counts for its key is not in force on a day. */
function notInForce({ item, withdrawn, origin, void: isVoid }: HeldItem, day: string): ItemStanding {
  if (isVoid) return 'void'
  if (withdrawn) return 'withdrawn'
  if (origin === 'other') return 'outranked'
  const { validFrom, validTo } = validityOf(item)
  if (day < validFrom) return 'future'
  return validTo < day ? 'ended' : 'superseded'
}

function listed(table: ReferenceTable, held: HeldItem, standing: ItemStanding): ListedItem {
  const { key, item, origin, by, recordId } = held
  const { validFrom = null, validTo = null, article = null, source = '', sure = null } = item as Facts
  return { key, ...titleOf(table, item), validFrom, validTo, article, source, sure, origin, by, standing, recordId, item: item as never }
}

/** Every item of a table with its standing today, in order of the keys, the one that counts before the others of its key. */
export function listItems(
  world: World,
  table: ReferenceTable,
): { items: ListedItem[]; unreadable: TableHeld<ReferenceTable>['unreadable'] } {
  const { held, decisive, unreadable }: TableHeld<ReferenceTable> = directoryOf(world)[table]
  const day = dayOf(world)
  const inForce = new Set(itemsInForce(table, decisive, day))
  const counting = new Set(decisive)
  const items = decisive.flatMap((winner) => {
    const others = held.filter((other) => other.key === winner.key && !counting.has(other))
    return [
      listed(table, winner, inForce.has(winner) ? 'inForce' : notInForce(winner, day)),
      ...others.map((other) => listed(table, other, other.void ? 'void' : other.withdrawn ? 'withdrawn' : 'outranked')),
    ]
  })
  return { items, unreadable }
}

/** Where the item of a key that counts stands today. */
export function standingOf(world: World, table: ReferenceTable, recordId: string): ItemStanding {
  return listItems(world, table).items.find((item) => item.recordId === recordId)?.standing ?? 'void'
}
