import { getSummary } from '#db/kernel/records'
import { countRecordsMissingFiles, listMissingFiles } from '#db/sync/missing-files'
import type { OutputOf } from '#shared/kernel/contract'
import type { centreContract } from '#shared/sync/centre-contract'
import type { World } from '../kernel/world.ts'

/** A page of the records of which a photo or file never came: whom to ask for it. */
export function missingFilesPage(
  { db }: World,
  { limit, after = '' }: { readonly limit: number; readonly after?: string | undefined },
): OutputOf<(typeof centreContract)['sync.missingFiles']> {
  const rows = listMissingFiles(db, after, limit)
  const items = rows.flatMap(({ rid, n }) => {
    const summary = getSummary(db, rid)
    return summary === null ? [] : [{ ...summary, filesMissing: n }]
  })
  return { total: countRecordsMissingFiles(db), items, next: rows.length < limit ? null : (rows.at(-1)?.rid ?? null) }
}
