import { textAt } from '#shared/kernel/kind'
import type { Projection } from '../kernel/projection.ts'

/** Which case a check led to; two when two laptops opened one each. */
export const aftercareCaseProjection: Projection = {
  kind: 'aftercareCase',
  version: 1,
  tables: ['aftercare_cases'],
  create: `
CREATE TABLE aftercare_cases (
  rid        TEXT PRIMARY KEY,
  inspected  TEXT NOT NULL,
  no         TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aftercare_cases_by_check ON aftercare_cases (inspected, rid);
CREATE INDEX aftercare_cases_by_no ON aftercare_cases (no);
`,
  write: (db, { rid, doc, no, state }) => {
    db.run('DELETE FROM aftercare_cases WHERE rid = ?', rid)
    if (state === 'void') return
    db.run('INSERT INTO aftercare_cases (rid, inspected, no) VALUES (?, ?, ?)', rid, textAt(doc, 'check'), no)
  },
}
