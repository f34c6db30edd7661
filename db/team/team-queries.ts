import { STANDING } from '#shared/kernel/measure'
import type { RecordState } from '#shared/kernel/record-contract'
import { plainWords } from '#shared/team/same-words'
import type { ReadDb } from '../kernel/database.ts'
import { allOf, keyOf, nextOf, SHOWN, searchRecords, type Where } from '../kernel/search-where.ts'

/** A team as lists show it; `until` is the last day on which it counts. */
export interface TeamRow {
  readonly rid: string
  readonly name: string
  readonly region: string
  readonly industry: string
  readonly captain: string
  readonly members: number
  readonly founded: string
  readonly until: string
  readonly state: RecordState
  readonly demo: number
  readonly open: number
}

const TEAM = `t.rid, t.name, t.region, t.industry, t.captain, t.members, t.founded, t.until, r.state, r.demo, r.conflicts <> '[]' AS open
  FROM task_forces t JOIN records r ON r.rid = t.rid AND ${SHOWN}`

export const getTeamRow = (db: ReadDb, id: string): TeamRow | null => db.get<TeamRow>(`SELECT ${TEAM} WHERE t.rid = ?`, id) ?? null

export interface TeamFilter {
  /** Only teams that count on this day; every one when left out. */
  readonly standing?: string | undefined
  readonly region?: string | undefined
  readonly search: string
  /** Keyset: `<founded>~<id>`. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Teams, the youngest first. */
export function listTeamRows(db: ReadDb, { standing, region, search, after, limit }: TeamFilter) {
  const parts: Where[] = [
    { sql: '(t.founded, t.rid) < (?, ?)', values: keyOf(after) },
    ...(standing === undefined ? [] : [{ sql: 't.founded <= ? AND t.until >= ?', values: [standing, standing] }]),
    ...(region === undefined ? [] : [{ sql: 't.region = ?', values: [region] }]),
    ...searchRecords(search),
  ]
  const { sql, values } = allOf(parts)
  const rows = db.all<TeamRow>(`SELECT ${TEAM} WHERE ${sql} ORDER BY t.founded DESC, t.rid DESC LIMIT ?`, ...values, limit)
  return { rows, next: nextOf(rows, limit, ({ founded, rid }) => [founded, rid]) }
}

/** Teams that count on a day, in a district or anywhere. */
export const countTeams = (db: ReadDb, day: string, region: string | undefined): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM task_forces WHERE until BETWEEN ? AND '${STANDING}' AND founded <= ? AND (? = '' OR region = ?)`,
    day,
    day,
    region ?? '',
    region ?? '',
  )?.n ?? 0

/** Another team of the district that bears this name, however it is spelt. */
export function getSameTeam(
  db: ReadDb,
  { region, name, except }: { readonly region: string; readonly name: string; readonly except: string },
) {
  const sql = 'SELECT rid AS id, name, founded FROM task_forces WHERE region = ? AND plain = ? AND rid <> ? ORDER BY founded, rid LIMIT 1'
  return db.get<{ id: string; name: string; founded: string }>(sql, region, plainWords(name), except) ?? null
}
