import type { BatchPosition } from '#shared/kernel/batch-head'
import type { Place } from '#shared/sync/centre-contract'
import type { ReadDb, Value } from '../kernel/database.ts'
import { hex } from '../kernel/lines.ts'

/** Whose receipts count, and how many of them make a batch safe (policy `quorumAck` of the trust list). */
export interface Confirmation {
  readonly self: string
  readonly confirmers: readonly string[]
  readonly quorum: number
}

/** From the least far to the farthest; a number in the queries below. */
export const PLACES: readonly Place[] = ['here', 'packed', 'onTarget', 'confirmed']
const CONFIRMED = PLACES.length - 1

/**
 * Only what is not confirmed is looked at line by line, which is little however large the store is: `counted` says of every batch of this
 * device how far it is, `waiting` of every line, taking the best of the batches that carry it, `unsettled` of every record, taking its worst line.
 * A batch of this device that came back to it after a restore was given out before.
 */
const FAR = `WITH asked (confirmers, quorum, self) AS (VALUES (?, ?, ?)),
  counted (head, far) AS MATERIALIZED (
    SELECT head, CASE
      WHEN (SELECT count(*) FROM receipts r WHERE r.head = batches.head AND r.device IN (SELECT value FROM json_each(confirmers))) >= quorum THEN 3
      WHEN EXISTS (SELECT 1 FROM published p WHERE p.head = batches.head) THEN 2
      WHEN file <> '' OR direction = 'in' THEN 1 ELSE 0 END
    FROM asked CROSS JOIN batches ON device = self),
  waiting (line, far) AS MATERIALIZED (
    SELECT x.line, max(best.far) FROM counted CROSS JOIN batch_lines x ON x.batch = counted.head
      CROSS JOIN batch_lines y ON y.line = x.line CROSS JOIN counted best ON best.head = y.batch
    WHERE counted.far < 3 GROUP BY x.line HAVING max(best.far) < 3
    UNION ALL SELECT line, 0 FROM journal
    WHERE seq > (SELECT coalesce(max(journal_to), 0) FROM batches WHERE direction = 'out')),
  unsettled (rid, far) AS MATERIALIZED (
    SELECT r.rid, min(waiting.far) FROM waiting CROSS JOIN revisions r ON r.line = waiting.line GROUP BY r.rid)`

const asked = ({ confirmers, quorum, self }: Confirmation): Value[] => [JSON.stringify(confirmers), quorum, self]

/** How many records of this device are at each place. */
export function countPlaces(db: ReadDb, confirmation: Confirmation): Record<Place, number> {
  const rows = db.all<{ far: number; n: number; own: number }>(
    `${FAR} SELECT far, count(*) AS n, sum(EXISTS (SELECT 1 FROM records r WHERE r.rid = unsettled.rid AND r.device = self)) AS own
     FROM unsettled CROSS JOIN asked GROUP BY far`,
    ...asked(confirmation),
  )
  const at = (far: number): number => rows.find((row) => row.far === far)?.n ?? 0
  const own = db.get<{ n: number }>('SELECT count(*) AS n FROM records WHERE device = ?', confirmation.self)?.n ?? 0
  return { here: at(0), packed: at(1), onTarget: at(2), confirmed: own - rows.reduce((sum, row) => sum + row.own, 0) }
}

/** A record and how far it is; the key of the page behind it. */
export interface Placed {
  readonly rid: string
  readonly place: Place
  readonly key: string
}

interface PlacedRow {
  readonly rid: string
  readonly far: number
  readonly sort_at: number
}

export interface PlaceFilter {
  readonly place?: Place | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const placed = ({ rid, far, sort_at }: PlacedRow): Placed => ({
  rid,
  place: PLACES[far] ?? 'here',
  key: `${String(far)}~${String(sort_at)}~${rid}`,
})

interface Start {
  readonly far: number
  readonly at: number
  readonly rid: string
}

function startOf({ place, after }: PlaceFilter): Start {
  const [far = '', at = '', rid = ''] = (after ?? '').split('~')
  if (after !== undefined) return { far: Number(far), at: Number(at), rid }
  return { far: place === undefined ? 0 : PLACES.indexOf(place), at: Number.MAX_SAFE_INTEGER, rid: '~' }
}

/** Where two strangers chose one id, the record that is shown. */
const SHOWN = 'records r ON r.rid = unsettled.rid AND r.device = (SELECT min(o.device) FROM records o WHERE o.rid = unsettled.rid)'

function listUnsettled(db: ReadDb, confirmation: Confirmation, filter: PlaceFilter, { far, at, rid }: Start): Placed[] {
  const last = filter.place === undefined ? CONFIRMED - 1 : far
  const sql = `${FAR} SELECT unsettled.rid, far, r.sort_at FROM unsettled CROSS JOIN ${SHOWN}
    WHERE far <= ? AND (far > ? OR (far = ? AND (r.sort_at, r.rid) < (?, ?))) ORDER BY far, r.sort_at DESC, r.rid DESC LIMIT ?`
  return db.all<PlacedRow>(sql, ...asked(confirmation), last, far, far, at, rid, filter.limit).map(placed)
}

function listSettled(db: ReadDb, confirmation: Confirmation, limit: number, { far, at, rid }: Start): Placed[] {
  const from = far === CONFIRMED ? [at, rid] : [Number.MAX_SAFE_INTEGER, '~']
  const sql = `${FAR} SELECT r.rid, 3 AS far, r.sort_at FROM asked CROSS JOIN records r ON r.device = self
    WHERE (r.sort_at, r.rid) < (?, ?) AND r.rid NOT IN (SELECT rid FROM unsettled) ORDER BY r.sort_at DESC, r.rid DESC LIMIT ?`
  return db.all<PlacedRow>(sql, ...asked(confirmation), ...from, limit).map(placed)
}

/** Records of this device and how far each is: those that are least far first, of these the newest first. */
export function listPlaces(db: ReadDb, confirmation: Confirmation, filter: PlaceFilter): Placed[] {
  const start = startOf(filter)
  const some = start.far === CONFIRMED ? [] : listUnsettled(db, confirmation, filter, start)
  const wanted = filter.place === undefined || filter.place === 'confirmed'
  const room = filter.limit - some.length
  return wanted && room > 0 ? [...some, ...listSettled(db, confirmation, room, start)] : some
}

/** Those that hold every line this device wrote about a record: names of targets, or the devices of supervisors. */
function holders(db: ReadDb, by: 'published' | 'receipts', rid: string, self: string): string[] {
  const holder = by === 'published' ? 'target' : 'device'
  return db
    .all<{ holder: string }>(
      `SELECT p.${holder} AS holder FROM revisions r JOIN batch_lines x ON x.line = r.line JOIN ${by} p ON p.head = x.batch
       WHERE r.rid = ? AND r.device = ? GROUP BY p.${holder}
       HAVING count(DISTINCT r.line) = (SELECT count(*) FROM revisions o WHERE o.rid = ? AND o.device = ?) ORDER BY 1`,
      rid,
      self,
      rid,
      self,
    )
    .map((row) => row.holder)
}

export const listConfirmers = (db: ReadDb, rid: string, self: string): string[] => holders(db, 'receipts', rid, self)

export const listTargetsOf = (db: ReadDb, rid: string, self: string): string[] =>
  holders(db, 'published', rid, self).map(
    (id) => db.get<{ name: string | null }>("SELECT settings ->> '$.name' AS name FROM targets WHERE id = ?", id)?.name ?? id,
  )

export const listFilesOf = (db: ReadDb, rid: string): string[] =>
  db.all<{ sha256: Buffer }>('SELECT DISTINCT sha256 FROM record_files WHERE rid = ?', rid).map(({ sha256 }) => hex(sha256))

export interface Unconfirmed {
  /** Revisions and decisions; receipts need no confirmation of their own. */
  readonly lines: number
  readonly records: number
  /** Of the files that these records name. */
  readonly bytes: number
}

export function countUnconfirmed(db: ReadDb, confirmation: Confirmation): Unconfirmed {
  const lines = `SELECT count(*) FROM waiting CROSS JOIN lines l ON l.id = waiting.line WHERE l.type IN ('rev', 'decision')`
  const bytes = `SELECT sum(size) FROM (SELECT DISTINCT f.sha256 FROM unsettled CROSS JOIN record_files f ON f.rid = unsettled.rid) found
    CROSS JOIN attachments a ON a.sha256 = found.sha256`
  const sql = `${FAR} SELECT (${lines}) AS lines, (SELECT count(*) FROM unsettled) AS records, (${bytes}) AS bytes`
  const row = db.get<Unconfirmed>(sql, ...asked(confirmation))
  return { lines: row?.lines ?? 0, records: row?.records ?? 0, bytes: row?.bytes ?? 0 }
}

/** What other devices say in their newest heads they have of this one: how a batch of nothing but receipts is known to have arrived. */
const ACKED = `acked (epoch, seq) AS MATERIALIZED (
    SELECT s.value ->> '$.epoch', max(s.value ->> '$.seq')
    FROM (SELECT bytes, max(seq) FROM batches WHERE direction = 'in' GROUP BY device, epoch) found
      CROSS JOIN json_each(found.bytes, '$.seen') s CROSS JOIN asked WHERE s.value ->> '$.device' = self GROUP BY 1)`

/** Sealed batches of this device with a line that too few have confirmed, in the order of the journal. */
export function listUnconfirmed(db: ReadDb, confirmation: Confirmation): string[] {
  const sql = `${FAR}, ${ACKED} SELECT batches.head FROM counted CROSS JOIN batches ON batches.head = counted.head
    WHERE far < 3 AND direction = 'out'
      AND EXISTS (SELECT 1 FROM batch_lines x CROSS JOIN waiting ON waiting.line = x.line WHERE x.batch = batches.head) AND NOT (records = 0
      AND seq <= coalesce((SELECT acked.seq FROM acked WHERE acked.epoch = batches.epoch), 0)
      AND NOT EXISTS (SELECT 1 FROM batch_lines x CROSS JOIN decisions d ON d.line = x.line WHERE x.batch = batches.head))
    ORDER BY journal_to, seq`
  return db.all<{ head: Buffer }>(sql, ...asked(confirmation)).map(({ head }) => hex(head))
}

/** Sealed batches of this device that enough have confirmed: what of them lies in the outbox is needed no more. */
export function listConfirmed(db: ReadDb, confirmation: Confirmation): BatchPosition[] {
  const sql = `${FAR} SELECT device, epoch, seq FROM counted CROSS JOIN batches ON batches.head = counted.head WHERE far = 3 AND direction = 'out'`
  return db.all(sql, ...asked(confirmation))
}
