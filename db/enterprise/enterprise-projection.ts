import { prepared } from '#shared/enterprise/lookalike'
import { type Loose, textAt } from '#shared/kernel/kind'
import type { WriteDb } from '../kernel/database.ts'
import type { Projection } from '../kernel/projection.ts'
import { withIdentities } from './identities.ts'

const COLUMNS = ['name', 'uscc', 'region', 'address', 'contact', 'phone', 'legalRepresentative', 'size'] as const

/** What an entry is found by when another looks like it. */
function writeKeys(db: WriteDb, rid: string, doc: Loose | null): void {
  db.run('DELETE FROM enterprise_keys WHERE rid = ?', rid)
  if (doc === null) return
  const at = (column: string): string => textAt(doc, column)
  const entry = { id: rid, name: at('name'), uscc: at('uscc'), region: at('region'), address: at('address'), phone: at('phone') }
  for (const key of prepared(entry).keys) db.run('INSERT INTO enterprise_keys (key, rid) VALUES (?, ?)', key, rid)
}

/** The directory, and by what its entries resemble one another. */
export const enterpriseProjection: Projection = {
  kind: 'enterprise',
  version: 2,
  tables: ['enterprises', 'enterprise_keys'],
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
CREATE TABLE enterprise_keys (
  key TEXT NOT NULL,
  rid TEXT NOT NULL,
  PRIMARY KEY (key, rid)
) STRICT, WITHOUT ROWID;
CREATE INDEX enterprise_keys_by_record ON enterprise_keys (rid);
`,
  write: (db, { rid, doc, state }) => {
    const standing = state === 'void' ? null : doc
    withIdentities(
      db,
      () => [rid],
      () => {
        db.run('DELETE FROM enterprises WHERE rid = ?', rid)
        if (standing === null) return
        db.run(
          'INSERT INTO enterprises (rid, name, uscc, region, address, contact, phone, legal_representative, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
          rid,
          ...COLUMNS.map((column) => textAt(standing, column)),
        )
      },
    )
    writeKeys(db, rid, standing)
  },
}
