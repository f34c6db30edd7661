import { textAt } from '#shared/kernel/kind'
import type { Projection } from '../kernel/projection.ts'

/** Cases of certification help, and what each is about. */
export const certificationCaseProjection: Projection = {
  kind: 'certificationCase',
  version: 1,
  tables: ['certification_cases'],
  create: `
CREATE TABLE certification_cases (
  rid          TEXT PRIMARY KEY,
  no           TEXT NOT NULL,
  enterprise   TEXT NOT NULL,
  kind         TEXT NOT NULL,
  contribution TEXT NOT NULL,
  scope        TEXT NOT NULL,
  opened       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX certification_cases_by_no ON certification_cases (no);
CREATE INDEX certification_cases_by_enterprise ON certification_cases (enterprise, kind);
`,
  write: (db, { rid, doc, no, state }) => {
    db.run('DELETE FROM certification_cases WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      'INSERT INTO certification_cases (rid, no, enterprise, kind, contribution, scope, opened) VALUES (?, ?, ?, ?, ?, ?, ?)',
      rid,
      no,
      textAt(doc, 'enterprise', 'enterpriseId'),
      textAt(doc, 'certificationKind'),
      textAt(doc, 'contribution'),
      textAt(doc, 'scope'),
      textAt(doc, 'openedOn'),
    )
  },
}

/** Certificates, in the order in which they expire. */
export const certificateProjection: Projection = {
  kind: 'certificate',
  version: 1,
  tables: ['certificates'],
  create: `
CREATE TABLE certificates (
  rid          TEXT PRIMARY KEY,
  number       TEXT NOT NULL,
  body         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  enterprise   TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  issued       TEXT NOT NULL,
  expires      TEXT NOT NULL,
  status       TEXT NOT NULL,
  verification TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX certificates_by_expiry ON certificates (expires, rid);
CREATE INDEX certificates_expiring ON certificates (expires, rid) WHERE status IN ('valid', 'suspended');
CREATE INDEX certificates_unverified ON certificates (expires, rid) WHERE verification = 'unverified';
CREATE INDEX certificates_by_number ON certificates (number);
CREATE INDEX certificates_by_case ON certificates (case_id, issued);
CREATE INDEX certificates_by_enterprise ON certificates (enterprise, expires);
`,
  write: (db, { rid, doc, no, state }) => {
    db.run('DELETE FROM certificates WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      `INSERT INTO certificates (rid, number, body, kind, enterprise, case_id, issued, expires, status, verification)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      rid,
      no,
      textAt(doc, 'body'),
      textAt(doc, 'certificationKind'),
      textAt(doc, 'enterprise', 'enterpriseId'),
      textAt(doc, 'case'),
      textAt(doc, 'issuedOn'),
      textAt(doc, 'expiresOn'),
      textAt(doc, 'status'),
      textAt(doc, 'verification'),
    )
  },
}
