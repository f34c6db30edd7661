import { listReferenceRows, type ReferenceRow, referenceStamp } from '#db/reference/reference-queries'
import { decisiveItems, type HeldItem, isUsable, type Origin } from '#shared/reference/in-force'
import { ReferenceTable } from '#shared/reference/reference-item'
import { type ItemOf, keyOfItem, readItem } from '#shared/reference/reference-tables'
import type { World } from '../kernel/world.ts'
import { shipped } from './shipped.ts'

/** What of a world the reference data need. */
export type ReferenceWorld = Pick<World, 'db' | 'self' | 'projections'>

export interface UnreadableItem {
  readonly key: string
  readonly by: string
  readonly recordId: string
}

/** One table as this device knows it. */
export interface TableHeld<T extends ReferenceTable> {
  readonly held: readonly HeldItem<T>[]
  /** For every key the item that counts. */
  readonly decisive: readonly HeldItem<T>[]
  /** Sealed by a newer program, or merged from two edits that do not fit: kept, and they do not count. */
  readonly unreadable: readonly UnreadableItem[]
}
export type Directory = { readonly [T in ReferenceTable]: TableHeld<T> }

function originOf(world: ReferenceWorld, device: string): Origin {
  if (world.projections.isSupervisor(device)) return 'supervisor'
  return device === world.self.device ? 'device' : 'other'
}

function shippedItems<T extends ReferenceTable>(table: T): HeldItem<T>[] {
  const common = { origin: 'shipped' as const, by: '', recordId: null, withdrawn: false, void: false }
  return shipped[table]().map((item) => ({ key: keyOfItem(table, item), item, ...common }))
}

/** The rows of a table, parsed; the origin is not in them, because a card may be admitted later. */
type Parsed = readonly (ReferenceRow & { readonly parsed: ItemOf[ReferenceTable] | null })[]

/** Tables whose shipped items can be replaced, never taken away. */
export const isLaw = (table: ReferenceTable): boolean => table === 'lawNumber' || table === 'lawArticle'

function heldOf<T extends ReferenceTable>(world: ReferenceWorld, table: T, rows: Parsed): TableHeld<T> {
  const sealed = rows.flatMap(({ device, parsed, item: _item, ...row }): HeldItem<T>[] =>
    parsed === null ? [] : [{ ...row, item: parsed as ItemOf[T], origin: originOf(world, device) }],
  )
  const brought = shippedItems(table)
  // The law is never missing: withdrawn, a number or an article is again what was shipped.
  const counting = isLaw(table) ? sealed.filter(({ withdrawn }) => !withdrawn) : sealed
  return {
    held: [...brought, ...sealed],
    decisive: decisiveItems([...brought, ...counting]),
    unreadable: rows.filter(({ parsed }) => parsed === null).map(({ key, by, recordId }) => ({ key, by, recordId })),
  }
}

const eachTable = <V>(make: (table: ReferenceTable) => V): Record<ReferenceTable, V> =>
  Object.fromEntries(ReferenceTable.options.map((table) => [table, make(table)])) as Record<ReferenceTable, V>

interface Memory {
  readonly stamp: string
  readonly devices: readonly string[]
  readonly rows: Readonly<Record<ReferenceTable, Parsed>>
  origins: string
  directory: Directory
}
const memories = new WeakMap<ReferenceWorld['db'], Memory>()

function remembered(world: ReferenceWorld): Memory {
  const known = memories.get(world.db)
  const stamp = referenceStamp(world.db)
  if (known?.stamp === stamp) return known
  const rows = eachTable((table) => listReferenceRows(world.db, table).map((row) => ({ ...row, parsed: readItem(table, row.item) })))
  const devices = [...new Set(Object.values(rows).flatMap((some) => some.map(({ device }) => device)))].sort()
  const fresh = { stamp, devices, rows, origins: '?', directory: {} as Directory }
  memories.set(world.db, fresh)
  return fresh
}

/**
 * All reference data this device knows: shipped, its own, and those of others. Parsed once and kept until an item or somebody's
 * role changes.
 */
export function directoryOf(world: ReferenceWorld): Directory {
  const memory = remembered(world)
  const origins = memory.devices.map((device) => originOf(world, device)).join(' ')
  if (memory.origins !== origins) {
    memory.directory = eachTable((table) => heldOf(world, table, memory.rows[table])) as unknown as Directory
    memory.origins = origins
  }
  return memory.directory
}

/** Every edition that nobody took back, also those that have ended or not begun. */
export const usableItems = <T extends ReferenceTable>(directory: Directory, table: T): readonly ItemOf[T][] =>
  directory[table].decisive.filter(isUsable).map(({ item }) => item)
