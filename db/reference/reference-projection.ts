import { textAt } from '#shared/kernel/kind'
import type { Projection } from '../kernel/projection.ts'

/**
 * Every sealed item of reference data, the void ones too: a draft that names an edition keeps it. `reference_stamp` changes with
 * every write and goes back with a rollback, so that what was parsed once is kept exactly as long as it is true.
 */
export const referenceItemProjection: Projection = {
  kind: 'referenceItem',
  version: 1,
  tables: ['reference_items', 'reference_stamp'],
  create: `
CREATE TABLE reference_items (
  rid       TEXT NOT NULL,
  device    TEXT NOT NULL,
  of_table  TEXT NOT NULL,
  key       TEXT NOT NULL,
  item      TEXT NOT NULL,
  by        TEXT NOT NULL,
  withdrawn INTEGER NOT NULL,
  void      INTEGER NOT NULL,
  PRIMARY KEY (rid, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_items_by_key ON reference_items (of_table, key, rid, device);
CREATE TABLE reference_stamp (
  id    INTEGER PRIMARY KEY,
  nonce BLOB NOT NULL
) STRICT;
INSERT INTO reference_stamp (id, nonce) VALUES (1, randomblob(16));
`,
  write: (db, { rid, device, doc, by, state }) => {
    db.run('DELETE FROM reference_items WHERE rid = ? AND device = ?', rid, device)
    db.run(
      'INSERT INTO reference_items (rid, device, of_table, key, item, by, withdrawn, void) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      rid,
      device,
      textAt(doc, 'table'),
      textAt(doc, 'key'),
      JSON.stringify(doc['item'] ?? {}),
      by,
      doc['withdrawn'] === true ? 1 : 0,
      state === 'void' ? 1 : 0,
    )
    db.run('UPDATE reference_stamp SET nonce = randomblob(16) WHERE id = 1')
  },
  remove: (db, { rid, device }) => {
    db.run('DELETE FROM reference_items WHERE rid = ? AND device = ?', rid, device)
    db.run('UPDATE reference_stamp SET nonce = randomblob(16) WHERE id = 1')
  },
}
