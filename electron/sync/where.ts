import { getSummary } from '#db/kernel/records'
import { countPlaces, listConfirmers, listFilesOf, listPlaces, listTargetsOf, type Placed, type PlaceFilter } from '#db/sync/places'
import type { WhereItem } from '#shared/sync/centre-contract'
import { hasOriginal } from '../attachment/blob-store.ts'
import type { World } from '../kernel/world.ts'
import { confirmationOf, nameBook } from './confirmation.ts'

function itemOf(world: World, nameOf: (device: string) => string, { rid, place }: Placed): WhereItem[] {
  const summary = getSummary(world.db, rid)
  if (summary === null) return []
  const files = listFilesOf(world.db, rid)
  return [
    {
      ...summary,
      place,
      targets: listTargetsOf(world.db, rid, world.self.device),
      confirmedBy: listConfirmers(world.db, rid, world.self.device).map(nameOf),
      files: files.length,
      filesMissing: files.filter((sha256) => !hasOriginal(world.folder, sha256)).length,
    },
  ]
}

/** A page of this device's own records, the least far first. */
export function wherePage(
  world: World,
  filter: PlaceFilter,
): { readonly total: number; readonly items: WhereItem[]; readonly next: string | null } {
  const confirmation = confirmationOf(world)
  const counts = countPlaces(world.db, confirmation)
  const placed = listPlaces(world.db, confirmation, filter)
  const nameOf = nameBook(world)
  const total = filter.place === undefined ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[filter.place]
  const next = placed.length < filter.limit ? null : (placed.at(-1)?.key ?? null)
  return { total, items: placed.flatMap((one) => itemOf(world, nameOf, one)), next }
}
