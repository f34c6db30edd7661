import type { ReadDb, Value } from '../kernel/database.ts'
import { allOf, keyOf, searchRecords, type Where } from '../kernel/search-where.ts'

export interface VisitFilter {
  readonly kind?: string | undefined
  readonly team?: string | undefined
  /** Every id of the enterprise (`listMembers`). */
  readonly enterprises?: readonly string[] | undefined
  readonly search: string
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface VisitRow {
  readonly id: string
  readonly no: string
  readonly on: string
  readonly kind: string
  readonly enterpriseId: string
  readonly enterprise: string
  readonly region: string
  readonly team: string
  readonly helpers: number
  readonly problems: number
  readonly solved: number
  readonly managers: number
  readonly workers: number
  readonly state: string
  readonly demo: number
}

export interface VisitSums {
  readonly visits: number
  readonly enterprises: number
  readonly experts: number
  readonly managers: number
  readonly workers: number
  readonly raised: number
}

const equal = (column: string, value: string | undefined): Where[] =>
  value === undefined || value === '' ? [] : [{ sql: `${column} = ?`, values: [value] }]

const among = (column: string, values: readonly string[] | undefined): Where[] =>
  values === undefined ? [] : [{ sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }]

/** The days always bound: a question without days reads the index of days, newest first. */
function filterWhere({ kind, team, enterprises, search, from, to }: VisitFilter): Where[] {
  return [
    { sql: 'v.day BETWEEN ? AND ?', values: [from ?? '', to ?? '~'] },
    ...equal('v.kind', kind),
    ...equal('v.team', team),
    ...among('v.enterprise', enterprises),
    ...searchRecords(search),
  ]
}

/** The record of a visit is looked at only where somebody searches. */
const fromFor = ({ search }: VisitFilter): string =>
  search.trim() === '' ? 'visits v' : 'visits v JOIN records r ON r.rid = v.rid AND r.device = v.device'

const VISIT = `v.rid AS id, r.no, v.day AS "on", v.kind, COALESCE(i.identity, v.enterprise) AS enterpriseId, r.title AS enterprise, r.region,
  v.team_name AS team, v.experts AS helpers, v.problems, v.managers, v.workers, r.state, r.demo,
  (SELECT count(*) FROM visit_problems p JOIN courses c ON c.subject = p.id AND c.main = 'solved' WHERE p.visit = v.rid) AS solved`

/** Visits, the newest day first. Keyset: `<day>~<id>` of the last one before. */
export function listVisitRows(db: ReadDb, filter: VisitFilter, after: string | undefined, limit: number): VisitRow[] {
  const behind: Where[] = after === undefined ? [] : [{ sql: '(v.day, v.rid) < (?, ?)', values: [...keyOf(after)] }]
  const { sql, values } = allOf([...filterWhere(filter), ...behind])
  return db.all<VisitRow>(
    `SELECT ${VISIT} FROM visits v JOIN records r ON r.rid = v.rid AND r.device = v.device
       LEFT JOIN enterprise_identities i ON i.rid = v.enterprise
     WHERE ${sql} ORDER BY v.day DESC, v.rid DESC LIMIT ?`,
    ...(values as Value[]),
    limit,
  )
}

/** 家次, 家 and 人次 of everything a filter leaves, whatever page is shown: it is read once from end to end. */
export function sumVisits(db: ReadDb, filter: VisitFilter): VisitSums {
  const { sql, values } = allOf(filterWhere(filter))
  const sums = db.get<VisitSums>(
    `SELECT count(*) AS visits, count(DISTINCT COALESCE(i.identity, v.enterprise)) AS enterprises, COALESCE(sum(v.experts), 0) AS experts,
       COALESCE(sum(v.managers), 0) AS managers, COALESCE(sum(v.workers), 0) AS workers, COALESCE(sum(v.problems), 0) AS raised
     FROM ${fromFor(filter)} LEFT JOIN enterprise_identities i ON i.rid = v.enterprise WHERE ${sql}`,
    ...(values as Value[]),
  )
  if (sums === undefined) throw new Error('a sum without a row')
  return sums
}

/** Problems of those visits that stand solved. */
export function countSolved(db: ReadDb, filter: VisitFilter): number {
  const { sql, values } = allOf(filterWhere(filter))
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM ${fromFor(filter)} JOIN visit_problems p ON p.visit = v.rid
       JOIN courses c ON c.subject = p.id AND c.main = 'solved' WHERE ${sql}`,
    ...(values as Value[]),
  )
  return row?.n ?? 0
}

/** The last visit of an enterprise, by day; `enterprises` are all its ids. */
export const getLastVisitOf = (db: ReadDb, enterprises: readonly string[]): string | null =>
  db.get<{ rid: string }>(
    `SELECT rid FROM visits WHERE enterprise IN (${enterprises.map(() => '?').join(', ')}) ORDER BY day DESC, sealed_at DESC, rid DESC LIMIT 1`,
    ...enterprises,
  )?.rid ?? null

/** The visit that a device sealed last, of one kind where that is asked. */
export const getLastVisitBy = (db: ReadDb, device: string, kind?: string): string | null =>
  (kind === undefined
    ? db.get<{ rid: string }>('SELECT rid FROM visits WHERE device = ? ORDER BY sealed_at DESC, rid DESC LIMIT 1', device)
    : db.get<{ rid: string }>(
        'SELECT rid FROM visits WHERE device = ? AND kind = ? ORDER BY sealed_at DESC, rid DESC LIMIT 1',
        device,
        kind,
      )
  )?.rid ?? null

/** The greatest running number under a prefix, over drafts and sealed visits alike; 0 when there is none. */
export function lastVisitNumber(db: ReadDb, prefix: string): number {
  const longest = 'ORDER BY length(no) DESC, no DESC LIMIT 1'
  const range = [prefix, `${prefix}~`]
  const sealed = db.get<{ no: string }>(`SELECT no FROM records WHERE kind = 'visit' AND no > ? AND no < ? ${longest}`, ...range)
  const drafted = db.get<{ no: string }>(
    `SELECT no FROM (SELECT doc ->> '$.no' AS no FROM drafts WHERE kind = 'visit') WHERE no > ? AND no < ? ${longest}`,
    ...range,
  )
  const running = (row: { no: string } | undefined): number => Number((row?.no ?? '').slice(prefix.length)) || 0
  return Math.max(running(sealed), running(drafted))
}

/** An agreement with an enterprise that stands on a day; of several the one that began last. */
export const getAgreementOn = (db: ReadDb, enterprises: readonly string[], day: string): string | null =>
  db.get<{ rid: string }>(
    `SELECT rid FROM measures WHERE name = 'agreement' AND enterprise IN (${enterprises.map(() => '?').join(', ')}) AND day <= ? AND until >= ?
     ORDER BY day DESC, rid DESC LIMIT 1`,
    ...enterprises,
    day,
    day,
  )?.rid ?? null
