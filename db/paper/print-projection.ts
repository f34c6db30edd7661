import { PRINTED, PrintedEvent } from '#shared/paper/printed-event'
import { blob } from '../kernel/lines.ts'
import type { AuditProjection } from '../kernel/projection.ts'

/** One row for every copy that ever came out of a printer, on whichever laptop. */
export const paperPrintProjection: AuditProjection = {
  event: PRINTED,
  version: 1,
  tables: ['paper_prints'],
  create: `
CREATE TABLE paper_prints (
  record TEXT NOT NULL,
  layout TEXT NOT NULL,
  copy   INTEGER NOT NULL,
  line   BLOB NOT NULL,
  at     TEXT NOT NULL,
  by     TEXT NOT NULL,
  PRIMARY KEY (record, layout, copy, line)
) STRICT, WITHOUT ROWID;
`,
  take: (db, id, { at, by, data }) => {
    const event = PrintedEvent.safeParse(data)
    if (!event.success) return // of a newer program, or nonsense: kept in the log, counted nowhere
    const { record, layout, copies } = event.data
    for (const copy of new Set(copies))
      db.run(
        'INSERT INTO paper_prints (record, layout, copy, line, at, by) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        record,
        layout,
        copy,
        blob(id),
        at,
        by,
      )
  },
}
