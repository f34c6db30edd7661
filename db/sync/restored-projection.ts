import type { RestoredEvent } from '#shared/sync/restored-event'
import { RESTORED, RestoredEvent as Schema } from '#shared/sync/restored-event'
import type { ReadDb } from '../kernel/database.ts'
import { blob } from '../kernel/lines.ts'
import type { AuditProjection } from '../kernel/projection.ts'

/** One row for every restore or move of a device, on whichever laptop. */
export const restoredProjection: AuditProjection = {
  event: RESTORED,
  version: 1,
  tables: ['restored_devices'],
  create: `
CREATE TABLE restored_devices (
  line   BLOB PRIMARY KEY,
  device TEXT NOT NULL,
  at     TEXT NOT NULL,
  data   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
  take: (db, id, { dev, at, data }) => {
    const event = Schema.safeParse(data)
    if (!event.success) return // of a newer program, or nonsense: kept in the log, counted nowhere
    const row = JSON.stringify(event.data)
    db.run('INSERT INTO restored_devices (line, device, at, data) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', blob(id), dev, at, row)
  },
}

export interface RestoredRow {
  readonly device: string
  readonly at: string
  readonly event: RestoredEvent
}

export const listRestored = (db: ReadDb): RestoredRow[] =>
  db
    .all<{ device: string; at: string; data: string }>('SELECT device, at, data FROM restored_devices ORDER BY at, line')
    .map(({ data, ...row }) => ({ ...row, event: JSON.parse(data) as RestoredEvent }))
