import type { ReadDb } from '../kernel/database.ts'

/** How often each copy of a paper was printed so far, on any laptop this one has heard from: copy → times. */
export function countPrints(db: ReadDb, record: string, layout: string): ReadonlyMap<number, number> {
  const rows = db.all<{ copy: number; n: number }>(
    'SELECT copy, count(*) AS n FROM paper_prints WHERE record = ? AND layout = ? GROUP BY copy',
    record,
    layout,
  )
  return new Map(rows.map(({ copy, n }) => [copy, n]))
}
