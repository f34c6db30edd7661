import { getOwnReferenceRow, type ReferenceRow } from '#db/reference/reference-queries'
import type { Json } from '#shared/kernel/canonical'
import { changedFields } from '#shared/kernel/fields'
import { type Done, ok, problem, type Refused, type Result, refuse } from '#shared/kernel/result'
import type { HeldItem } from '#shared/reference/in-force'
import type { ImportedItem } from '#shared/reference/reference-file'
import type { ReferenceItem, ReferenceTable } from '#shared/reference/reference-item'
import type { ItemOf } from '#shared/reference/reference-tables'
import { sealHandlers, submitDocument } from '../kernel/seal-handlers.ts'
import { newRecordId, type World } from '../kernel/world.ts'
import { directoryOf } from './directory.ts'
import { titleOf } from './list-items.ts'

export interface Wanted {
  readonly table: ReferenceTable
  readonly key: string
  readonly item: ItemOf[ReferenceTable]
  readonly withdrawn?: true
}

/** What saving an item would do. */
export interface Planned extends Wanted {
  readonly standing: ImportedItem['standing']
  readonly changed: readonly string[]
  /** This device's own item of the key, which is corrected; null when it has none. */
  readonly own: ReferenceRow | null
  /** The item of a supervisor that stays above it. */
  readonly outranking: HeldItem | null
}

/** A revision names at most so many fields. */
const MAX_FIELDS = 490
const TOLD = 50

const byKey = (world: World, table: ReferenceTable): ReadonlyMap<string, HeldItem> =>
  new Map(directoryOf(world)[table].decisive.map((held) => [held.key, held]))

/** What counts here today, if anything: neither void nor a colleague's. */
const counts = (held: HeldItem | undefined): held is HeldItem => held !== undefined && !held.void && held.origin !== 'other'

/** This device's own item, to be corrected; of two supervisors the one whose item does not count begins a new one, which then does. */
function ownOf(world: World, { table, key }: Wanted, decisive: HeldItem | undefined): ReferenceRow | null {
  const own = getOwnReferenceRow(world.db, { table, key, device: world.self.device })
  const isBeaten = world.self.role === 'supervisor' && decisive?.origin === 'supervisor' && decisive.recordId !== own?.recordId
  return isBeaten ? null : own
}

/** Compares with what was there; a withdrawn item that comes again is changed. */
function compare(
  { item, withdrawn }: Wanted,
  before: Pick<HeldItem, 'withdrawn'> & { readonly item: unknown },
): Pick<Planned, 'standing' | 'changed'> {
  const changed = changedFields(before.item as Json, item as Json)
  return { changed, standing: changed.length > 0 || before.withdrawn !== (withdrawn === true) ? 'changed' : 'same' }
}

/** Compares with this device's own item where it has one, else with the one that counts. */
function planOne(world: World, wanted: Wanted, decisive: HeldItem | undefined): Planned {
  const own = ownOf(world, wanted, decisive)
  const before = own ?? (counts(decisive) ? decisive : null)
  const compared = before === null ? { standing: 'new' as const, changed: [] } : compare(wanted, before)
  const isOthers = decisive?.origin === 'supervisor' && world.self.role !== 'supervisor'
  return { ...wanted, ...compared, own, outranking: isOthers ? decisive : null }
}

/** What saving these items would do, in their order. */
export function planItems(world: World, wanted: readonly Wanted[]): readonly Planned[] {
  const tables = new Map([...new Set(wanted.map(({ table }) => table))].map((table) => [table, byKey(world, table)]))
  return wanted.map((each) => planOne(world, each, tables.get(each.table)?.get(each.key)))
}

export const toldOf = ({ table, key, item, standing, changed, outranking }: Planned): ImportedItem => ({
  key,
  ...titleOf(table, item),
  standing,
  changed: changed.slice(0, TOLD),
  outrankedBy: outranking?.by ?? null,
})

function sealOne(world: World, { table, key, item, withdrawn, own, changed }: Planned, reason: string): Result<{ readonly id: string }> {
  if (own !== null && changed.length > MAX_FIELDS) return refuse(problem('reference.manyChanges', '', { key, maximum: MAX_FIELDS }))
  const doc: ReferenceItem = { table, key, item: item as ReferenceItem['item'], reason, ...(withdrawn === true ? { withdrawn } : {}) }
  if (own === null) return submitDocument(world, { kind: 'referenceItem', id: newRecordId(), doc, attachments: [] })
  const answer = sealHandlers['record.correct'](world, { id: own.recordId, doc, reason }, {})
  if (answer instanceof Promise) throw new Error('sealing is synchronous, so that nothing interleaves')
  return answer
}

class Undone extends Error {
  override readonly name = 'Undone'
  readonly refused: Refused
  readonly index: number
  constructor(refused: Refused, index: number) {
    super('a refusal in the middle takes everything back')
    this.refused = refused
    this.index = index
  }
}

/** Seals every planned item that is not the same already, all or none; answers their records in order, or which one was refused. */
export function sealItems(
  world: World,
  planned: readonly Planned[],
  reason: string,
): Done<readonly string[]> | (Refused & { readonly index: number }) {
  const quiet: World = { ...world, changed: () => undefined } // thousands of items are one change to a window
  try {
    const records = world.db.transaction(() =>
      planned.map((each, index) => {
        if (each.standing === 'same') return each.own?.recordId ?? ''
        const sealed = sealOne(quiet, each, reason)
        if (!sealed.ok) throw new Undone(sealed, index)
        return sealed.value.id
      }),
    )
    world.changed('referenceItem')
    return ok(records)
  } catch (error) {
    if (error instanceof Undone) return { ...error.refused, index: error.index }
    throw error
  }
}
