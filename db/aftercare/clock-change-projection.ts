import { CLOCKS_RECOMPUTED, ClocksRecomputed } from '#shared/aftercare/clocks-recomputed'
import type { ReadDb } from '../kernel/database.ts'
import { blob } from '../kernel/lines.ts'
import type { AuditProjection } from '../kernel/projection.ts'

/** One row for every time that changed reference data moved clocks, on whichever laptop. */
export const clockChangeProjection: AuditProjection = {
  event: CLOCKS_RECOMPUTED,
  version: 1,
  tables: ['clock_changes'],
  create: `
CREATE TABLE clock_changes (
  line BLOB PRIMARY KEY,
  at   TEXT NOT NULL,
  by   TEXT NOT NULL,
  sort INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX clock_changes_by_time ON clock_changes (sort DESC, line);
`,
  take: (db, id, { at, by, data }) => {
    const event = ClocksRecomputed.safeParse(data)
    if (!event.success) return // of a newer program, or nonsense: kept in the log, shown nowhere
    db.run(
      'INSERT INTO clock_changes (line, at, by, sort, data) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      blob(id),
      at,
      by,
      Date.parse(at),
      JSON.stringify(event.data),
    )
  },
}

export type ClockChange = ClocksRecomputed & { readonly at: string; readonly by: string }

export function listClockChanges(db: ReadDb, limit: number): ClockChange[] {
  const rows = db.all<{ at: string; by: string; data: string }>(
    'SELECT at, by, data FROM clock_changes ORDER BY sort DESC, line LIMIT ?',
    limit,
  )
  return rows.map(({ at, by, data }) => ({ ...(JSON.parse(data) as ClocksRecomputed), at, by }))
}
