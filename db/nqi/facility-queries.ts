import { STANDING } from '#shared/kernel/measure'
import type { RecordState } from '#shared/kernel/record-contract'
import type { Facility } from '#shared/nqi/facility'
import { plainName } from '#shared/nqi/plain-name'
import type { ReadDb } from '../kernel/database.ts'
import { allOf, keyOf, nextOf, SHOWN, searchRecords, type Where } from '../kernel/search-where.ts'

type Type = Facility['type']
type Doc = { readonly [key: string]: unknown }

/** A place as lists show it. */
export interface FacilityRow {
  readonly rid: string
  readonly type: Type
  readonly name: string
  readonly region: string
  readonly platform: string
  readonly platformName: string | null
  readonly enterprise: string
  readonly enterpriseName: string | null
  readonly opened: string
  readonly until: string
  readonly state: RecordState
  readonly demo: number
  readonly open: number
  readonly doc: Doc
}
type Raw = Omit<FacilityRow, 'doc'> & { readonly doc: string }

const FACILITY = `f.rid, f.type, f.name, f.region, f.platform, (SELECT p.name FROM facilities p WHERE p.rid = f.platform) AS platformName,
  f.enterprise, (SELECT e.name FROM enterprises e WHERE e.rid = f.enterprise) AS enterpriseName, f.opened, f.until,
  r.state, r.demo, r.conflicts <> '[]' AS open, r.doc
  FROM facilities f JOIN records r ON r.rid = f.rid AND ${SHOWN}`
const toRow = (row: Raw): FacilityRow => ({ ...row, doc: JSON.parse(row.doc) as Doc })

export function getFacilityRow(db: ReadDb, id: string): FacilityRow | null {
  const row = db.get<Raw>(`SELECT ${FACILITY} WHERE f.rid = ?`, id)
  return row === undefined ? null : toRow(row)
}

export interface FacilityFilter {
  readonly type: Type
  readonly platform?: string | undefined
  /** Only those that are open on this day; every one when left out. */
  readonly openOn?: string | undefined
  readonly search: string
  /** Keyset: `<opened>~<id>`. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Places of one type, the newest first. */
export function listFacilityRows(db: ReadDb, { type, platform, openOn, search, after, limit }: FacilityFilter) {
  const parts: Where[] = [
    { sql: 'f.type = ? AND (f.opened, f.rid) < (?, ?)', values: [type, ...keyOf(after)] },
    ...(platform === undefined ? [] : [{ sql: 'f.platform = ?', values: [platform] }]),
    ...(openOn === undefined ? [] : [{ sql: 'f.opened <= ? AND f.until >= ?', values: [openOn, openOn] }]),
    ...searchRecords(search),
  ]
  const { sql, values } = allOf(parts)
  const rows = db.all<Raw>(`SELECT ${FACILITY} WHERE ${sql} ORDER BY f.opened DESC, f.rid DESC LIMIT ?`, ...values, limit).map(toRow)
  return { rows, next: nextOf(rows, limit, ({ opened, rid }) => [opened, rid]) }
}

/** How many of a type are open on a day. */
export const countFacilities = (db: ReadDb, type: Type, day: string): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM facilities WHERE type = ? AND opened <= ? AND until >= ?', type, day, day)?.n ?? 0

/** Stations of a platform that are open on a day. */
export const countStations = (db: ReadDb, platform: string, day: string): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM facilities WHERE platform = ? AND opened <= ? AND until >= ?', platform, day, day)?.n ??
  0

interface Named {
  readonly type: string
  readonly region: string
  readonly name: string
  readonly except: string
}

/** Another place of its kind in the district that bears this name, however it is spelt. */
export const getSameFacility = (db: ReadDb, { type, region, name, except }: Named) =>
  db.get<{ id: string; name: string; opened: string }>(
    'SELECT rid AS id, name, opened FROM facilities WHERE region = ? AND plain = ? AND type = ? AND rid <> ? ORDER BY opened, rid LIMIT 1',
    region,
    plainName(name),
    type,
    except,
  ) ?? null

/** Services and uses of a place after a day. */
export function getUsesAfter(db: ReadDb, facility: string, day: string): { readonly on: string; readonly count: number } | null {
  const row = db.get<{ on: string | null; count: number }>(
    'SELECT max(day) AS "on", count(*) AS count FROM facility_uses WHERE facility = ? AND day BETWEEN ? AND ? AND day > ?',
    facility,
    day,
    STANDING,
    day,
  )
  return row === undefined || row.on === null ? null : { on: row.on, count: row.count }
}

const MANY = 1000

/** Open places of some types by name, for a choice. */
export const listPlaces = (db: ReadDb, types: readonly Type[], day: string): { id: string; type: Type; name: string; region: string }[] =>
  db.all(
    `SELECT rid AS id, type, name, region FROM facilities WHERE type IN (SELECT value FROM json_each(?)) AND opened <= ? AND until >= ?
     ORDER BY type, name, rid LIMIT ${String(MANY)}`,
    JSON.stringify(types),
    day,
    day,
  )
