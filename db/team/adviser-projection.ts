import { textAt } from '#shared/kernel/kind'
import { STANDING } from '#shared/kernel/measure'
import { plainWords } from '#shared/team/same-words'
import type { Projection } from '../kernel/projection.ts'

/** 质量医生, 技术专家, 企业首席质量官. */
export const adviserProjection: Projection = {
  kind: 'adviser',
  version: 1,
  tables: ['advisers'],
  create: `
CREATE TABLE advisers (
  rid        TEXT PRIMARY KEY,
  role       TEXT NOT NULL,
  name       TEXT NOT NULL,
  plain      TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  appointed  TEXT NOT NULL,
  until      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX advisers_by_role ON advisers (role, plain, rid);
CREATE INDEX advisers_by_name ON advisers (plain, rid);
CREATE INDEX advisers_by_end ON advisers (until);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM advisers WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      'INSERT INTO advisers (rid, role, name, plain, enterprise, appointed, until) VALUES (?, ?, ?, ?, ?, ?, ?)',
      rid,
      textAt(doc, 'role'),
      textAt(doc, 'name'),
      plainWords(textAt(doc, 'name')),
      textAt(doc, 'enterpriseId'),
      textAt(doc, 'appointedOn'),
      textAt(doc, 'validTo') || STANDING,
    )
  },
}
