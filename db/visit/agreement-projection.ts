import { type Loose, textAt } from '#shared/kernel/kind'
import { plainName } from '#shared/visit/agreement-doctor'
import { listAt } from '#shared/visit/problems-in'
import { lastDayOf } from '#shared/visit/service-agreement'
import type { WriteDb } from '../kernel/database.ts'
import type { Projection } from '../kernel/projection.ts'

const lastDay = (doc: Loose): string => lastDayOf({ validTo: textAt(doc, 'validTo'), endedOn: textAt(doc, 'endedOn') || undefined })

function writeDoctors(db: WriteDb, rid: string, doc: Loose): void {
  for (const [place, doctor] of listAt(doc, 'doctors').entries())
    db.run(
      'INSERT INTO agreement_doctors (rid, place, adviser, name, plain) VALUES (?, ?, ?, ?, ?)',
      rid,
      place,
      textAt(doctor, 'adviserId'),
      textAt(doctor, 'name'),
      plainName(textAt(doctor, 'name')),
    )
}

/** 定向跟踪服务协议, each with its doctors. */
export const agreementProjection: Projection = {
  kind: 'serviceAgreement',
  version: 1,
  tables: ['agreements', 'agreement_doctors'],
  create: `
CREATE TABLE agreements (
  rid        TEXT PRIMARY KEY,
  enterprise TEXT NOT NULL,
  signed     TEXT NOT NULL,
  first      TEXT NOT NULL,
  last       TEXT NOT NULL,
  ended      TEXT NOT NULL,
  interval   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreements_by_signing ON agreements (signed, rid);
CREATE INDEX agreements_by_end ON agreements (last, rid);
CREATE INDEX agreements_by_enterprise ON agreements (enterprise, last);
CREATE TABLE agreement_doctors (
  rid     TEXT NOT NULL,
  place   INTEGER NOT NULL,
  adviser TEXT NOT NULL,
  name    TEXT NOT NULL,
  plain   TEXT NOT NULL,
  PRIMARY KEY (rid, place)
) STRICT, WITHOUT ROWID;
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM agreements WHERE rid = ?', rid)
    db.run('DELETE FROM agreement_doctors WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      'INSERT INTO agreements (rid, enterprise, signed, first, last, ended, interval) VALUES (?, ?, ?, ?, ?, ?, ?)',
      rid,
      textAt(doc, 'enterprise', 'enterpriseId'),
      textAt(doc, 'signedOn'),
      textAt(doc, 'validFrom'),
      lastDay(doc),
      textAt(doc, 'endedOn'),
      typeof doc['intervalDays'] === 'number' ? doc['intervalDays'] : 0,
    )
    writeDoctors(db, rid, doc)
  },
}

/** Who visited which enterprise when, a row for each helper: by this an agreement finds its visits. */
export const agreementVisitProjection: Projection = {
  kind: 'visit',
  version: 1,
  tables: ['agreement_visits'],
  create: `
CREATE TABLE agreement_visits (
  rid        TEXT NOT NULL,
  place      INTEGER NOT NULL,
  enterprise TEXT NOT NULL,
  day        TEXT NOT NULL,
  agreement  TEXT NOT NULL,
  adviser    TEXT NOT NULL,
  plain      TEXT NOT NULL,
  PRIMARY KEY (rid, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_visits_by_agreement ON agreement_visits (agreement, day, rid);
CREATE INDEX agreement_visits_by_enterprise ON agreement_visits (enterprise, day, rid);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM agreement_visits WHERE rid = ?', rid)
    if (state === 'void') return
    for (const [place, helper] of listAt(doc, 'helpers').entries())
      db.run(
        'INSERT INTO agreement_visits (rid, place, enterprise, day, agreement, adviser, plain) VALUES (?, ?, ?, ?, ?, ?, ?)',
        rid,
        place,
        textAt(doc, 'enterprise', 'enterpriseId'),
        textAt(doc, 'on'),
        textAt(doc, 'agreementId'),
        textAt(helper, 'adviserId'),
        plainName(textAt(helper, 'name')),
      )
  },
}
