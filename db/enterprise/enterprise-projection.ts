import { textAt } from '#shared/kernel/kind'
import type { Projection } from '../kernel/projection.ts'

export const enterpriseProjection: Projection = {
  kind: 'enterprise',
  version: 1,
  tables: ['enterprises'],
  create: `
CREATE TABLE enterprises (
  rid                  TEXT PRIMARY KEY,
  name                 TEXT NOT NULL,
  uscc                 TEXT NOT NULL,
  region               TEXT NOT NULL,
  address              TEXT NOT NULL,
  contact              TEXT NOT NULL,
  phone                TEXT NOT NULL,
  legal_representative TEXT NOT NULL,
  size                 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enterprises_by_uscc ON enterprises (uscc);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM enterprises WHERE rid = ?', rid)
    if (state === 'void') return
    const columns = ['name', 'uscc', 'region', 'address', 'contact', 'phone', 'legalRepresentative', 'size']
    db.run(
      'INSERT INTO enterprises (rid, name, uscc, region, address, contact, phone, legal_representative, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      rid,
      ...columns.map((column) => textAt(doc, column)),
    )
  },
}
