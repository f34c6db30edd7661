import { textAt } from '#shared/kernel/kind'
import { goodsKey } from '#shared/spot-check/repeat-guard'
import type { Projection } from '../kernel/projection.ts'

export const samplingSheetProjection: Projection = {
  kind: 'samplingSheet',
  version: 2,
  tables: ['sampling_sheets'],
  create: `
CREATE TABLE sampling_sheets (
  rid          TEXT PRIMARY KEY,
  no           TEXT NOT NULL,
  enterprise   TEXT NOT NULL,
  product_kind TEXT NOT NULL,
  day          TEXT NOT NULL,
  task         TEXT NOT NULL,
  goods        TEXT NOT NULL,
  level        TEXT NOT NULL,
  region       TEXT NOT NULL,
  authority    TEXT NOT NULL,
  sealed_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sampling_sheets_by_enterprise ON sampling_sheets (enterprise, sealed_at DESC);
CREATE INDEX sampling_sheets_by_kind ON sampling_sheets (product_kind, sealed_at DESC);
CREATE INDEX sampling_sheets_by_time ON sampling_sheets (sealed_at DESC);
CREATE INDEX sampling_sheets_by_task ON sampling_sheets (task);
CREATE INDEX sampling_sheets_by_goods ON sampling_sheets (goods, day DESC);
`,
  write: (db, { rid, doc, at, state }) => {
    db.run('DELETE FROM sampling_sheets WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      `INSERT INTO sampling_sheets (rid, no, enterprise, product_kind, day, task, goods, level, region, authority, sealed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      rid,
      textAt(doc, 'head', 'no'),
      textAt(doc, 'inspectedParty', 'enterpriseId'),
      textAt(doc, 'product', 'kind'),
      textAt(doc, 'sampling', 'date'),
      textAt(doc, 'head', 'taskId'),
      goodsKey(doc),
      textAt(doc, 'head', 'taskLevel'),
      textAt(doc, 'head', 'region'),
      textAt(doc, 'head', 'taskAuthority'),
      Date.parse(at),
    )
  },
}
