import { textAt } from '#shared/kernel/kind'
import type { Projection } from '../kernel/projection.ts'

export const samplingSheetProjection: Projection = {
  kind: 'samplingSheet',
  version: 1,
  tables: ['sampling_sheets'],
  create: `
CREATE TABLE sampling_sheets (
  rid          TEXT PRIMARY KEY,
  no           TEXT NOT NULL,
  enterprise   TEXT NOT NULL,
  product_kind TEXT NOT NULL,
  day          TEXT NOT NULL,
  sealed_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sampling_sheets_by_enterprise ON sampling_sheets (enterprise, sealed_at DESC);
CREATE INDEX sampling_sheets_by_kind ON sampling_sheets (product_kind, sealed_at DESC);
CREATE INDEX sampling_sheets_by_time ON sampling_sheets (sealed_at DESC);
CREATE INDEX sampling_sheets_by_no ON sampling_sheets (no);
`,
  write: (db, { rid, doc, at, state }) => {
    db.run('DELETE FROM sampling_sheets WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      'INSERT INTO sampling_sheets (rid, no, enterprise, product_kind, day, sealed_at) VALUES (?, ?, ?, ?, ?, ?)',
      rid,
      textAt(doc, 'head', 'no'),
      textAt(doc, 'inspectedParty', 'enterpriseId'),
      textAt(doc, 'product', 'kind'),
      textAt(doc, 'sampling', 'date'),
      Date.parse(at),
    )
  },
}
