import { confirmedFen, fenOf } from '#shared/enterprise/benefit'
import { type Loose, textAt } from '#shared/kernel/kind'
import { STANDING } from '#shared/kernel/measure'
import { plainName } from '#shared/nqi/plain-name'
import type { Projection } from '../kernel/projection.ts'

/** Platforms, stations and shared laboratories. */
export const facilityProjection: Projection = {
  kind: 'facility',
  version: 1,
  tables: ['facilities'],
  create: `
CREATE TABLE facilities (
  rid        TEXT PRIMARY KEY,
  type       TEXT NOT NULL,
  name       TEXT NOT NULL,
  plain      TEXT NOT NULL,
  region     TEXT NOT NULL,
  platform   TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  opened     TEXT NOT NULL,
  until      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX facilities_by_type ON facilities (type, opened, rid);
CREATE INDEX facilities_by_platform ON facilities (platform, opened, rid);
CREATE INDEX facilities_by_name ON facilities (region, plain, type);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM facilities WHERE rid = ?', rid)
    if (state === 'void') return
    db.run(
      'INSERT INTO facilities (rid, type, name, plain, region, platform, enterprise, opened, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      rid,
      textAt(doc, 'type'),
      textAt(doc, 'name'),
      plainName(textAt(doc, 'name')),
      textAt(doc, 'region'),
      textAt(doc, 'platformId'),
      textAt(doc, 'enterpriseId'),
      textAt(doc, 'openedOn'),
      textAt(doc, 'closedOn') || STANDING,
    )
  },
}

const numberAt = (doc: Loose, name: string): number => (typeof doc[name] === 'number' ? doc[name] : 0)

/** Fen that were reckoned and that the enterprise has not confirmed: they count nothing and are shown as such. */
const unconfirmedFen = ({ benefit }: Loose): number => {
  const yuan = textAt(benefit, 'yuan')
  return yuan === '' || confirmedFen(benefit) > 0 ? 0 : fenOf(yuan)
}

/** Services and uses of laboratories, as lists look for them. */
export const facilityUseProjection: Projection = {
  kind: 'facilityUse',
  version: 1,
  tables: ['facility_uses'],
  create: `
CREATE TABLE facility_uses (
  rid         TEXT PRIMARY KEY,
  facility    TEXT NOT NULL,
  type        TEXT NOT NULL,
  day         TEXT NOT NULL,
  unsolved    INTEGER NOT NULL,
  unconfirmed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX facility_uses_by_day ON facility_uses (day, rid);
CREATE INDEX facility_uses_by_facility ON facility_uses (facility, day, rid);
CREATE INDEX facility_uses_unsolved ON facility_uses (day, rid) WHERE unsolved > 0;
CREATE INDEX facility_uses_unconfirmed ON facility_uses (day, rid) WHERE unconfirmed > 0;
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM facility_uses WHERE rid = ?', rid)
    if (state === 'void') return
    const unsolved = Math.max(0, numberAt(doc, 'problems') - numberAt(doc, 'solved'))
    db.run(
      'INSERT INTO facility_uses (rid, facility, type, day, unsolved, unconfirmed) VALUES (?, ?, ?, ?, ?, ?)',
      rid,
      textAt(doc, 'facilityId'),
      textAt(doc, 'type'),
      textAt(doc, 'on'),
      textAt(doc, 'type') === 'service' ? unsolved : 0,
      unconfirmedFen(doc),
    )
  },
}

/** Which problems of visits were referred where; a problem may be referred again, and then belongs to the later place. */
export const referralProjection: Projection = {
  kind: 'problemStep',
  version: 1,
  tables: ['facility_referrals'],
  create: `
CREATE TABLE facility_referrals (
  rid      TEXT PRIMARY KEY,
  facility TEXT NOT NULL,
  problem  TEXT NOT NULL,
  day      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX facility_referrals_by_facility ON facility_referrals (facility, day, rid);
CREATE INDEX facility_referrals_by_problem ON facility_referrals (problem, day, rid);
`,
  write: (db, { rid, doc, state }) => {
    db.run('DELETE FROM facility_referrals WHERE rid = ?', rid)
    if (state === 'void' || textAt(doc, 'step') !== 'refer') return
    db.run(
      'INSERT INTO facility_referrals (rid, facility, problem, day) VALUES (?, ?, ?, ?)',
      rid,
      textAt(doc, 'facilityId'),
      textAt(doc, 'problem'),
      textAt(doc, 'on'),
    )
  },
}
