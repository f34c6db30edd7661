import { searchTerms, searchTokens } from '#shared/kernel/search-text'
import { ASKED_AFTER } from '#shared/visit/problem-clocks'
import { PROBLEM } from '#shared/visit/problems-in'
import type { ReadDb, Value } from '../kernel/database.ts'
import { MATCHING } from '../kernel/search-index.ts'
import { allOf, keyOf, type Where } from '../kernel/search-where.ts'

/** A problem as lists show it, with the clock that says when it is asked after (null once it is over). */
export interface ProblemRow {
  readonly id: string
  readonly visit: string
  readonly visitNo: string
  readonly on: string
  readonly enterpriseId: string
  readonly enterprise: string
  readonly region: string
  readonly type: string
  readonly severity: string
  readonly dimension: string
  readonly description: string
  readonly measure: string
  readonly owner: string
  readonly state: string
  readonly referral: string
  readonly rule: string | null
  readonly started: string | null
}

const named = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')
const RUNNING = 'k.open = 1 AND k.ended IS NULL'
const ASKED = `k.rule IN (${named(ASKED_AFTER)}) AND ${RUNNING}`

/** What lists show of a problem `p` whose clock is `k`. */
const PROBLEM_COLUMNS = `p.id, p.visit, r.no AS visitNo, p.day AS "on", COALESCE(i.identity, p.enterprise) AS enterpriseId, r.title AS enterprise,
  r.region, p.type, p.severity, p.dimension, p.description, p.measure, p.owner, c.main AS state, c.states ->> 'referral' AS referral,
  k.rule, k.started`
/** A problem that counts, with its visit; of two visits that bear the same id of one, the first. */
const PROBLEM_TABLES = `visits v ON v.rid = p.visit JOIN records r ON r.rid = v.rid AND r.device = v.device
  JOIN courses c ON c.subject = p.id AND c.procedure = '${PROBLEM}' AND c.main <> 'none'
  LEFT JOIN enterprise_identities i ON i.rid = p.enterprise`
const FIRST = 'p.visit = (SELECT min(q.visit) FROM visit_problems q WHERE q.id = p.id)'

export const getProblemRow = (db: ReadDb, id: string): ProblemRow | null =>
  db.get<ProblemRow>(
    `SELECT ${PROBLEM_COLUMNS} FROM visit_problems p JOIN ${PROBLEM_TABLES} LEFT JOIN clocks k ON k.subject = p.id AND ${ASKED}
     WHERE p.id = ? AND ${FIRST}`,
    id,
  ) ?? null

export type Shown = 'open' | 'due' | 'waiting' | 'solved' | 'all'

export interface ProblemFilter {
  /** Every id of the enterprise. */
  readonly enterprises?: readonly string[] | undefined
  readonly visit?: string | undefined
  readonly search: string
}

/** When problems are asked after by a rule of the reference data. */
export interface Asking {
  /** Days from the event to the day; null while no rule is in force: then nobody says a day. */
  readonly days: number | null
  /** The last day that counts as due. */
  readonly until: string
}

/** Where a list begins: its rows, the key it is sorted by, and in which direction. */
interface Source {
  readonly from: string
  readonly id: string
  readonly key: string
  readonly newestFirst: boolean
  readonly where: readonly Where[]
}

const clause = (sql: string, ...values: Value[]): Where => ({ sql, values })

/** The day a pending problem is asked after; where no rule says one, the end of time, so that it comes last. */
const dueOf = ({ days }: Asking): string =>
  `CASE k.rule WHEN 'followUp' THEN ${days === null ? "'9999-12-31'" : `date(k.started, '+${String(days)} days')`} ELSE k.started END`

function sourceOf(show: Shown, asking: Asking): Source {
  const pending = { from: 'clocks k', id: 'k.subject', key: dueOf(asking), newestFirst: false, where: [clause(ASKED)] }
  switch (show) {
    case 'open':
      return pending
    case 'due':
      return { ...pending, where: [...pending.where, clause(`${pending.key} <= ?`, asking.until)] }
    case 'waiting':
      return { ...pending, key: 'k.started', where: [clause(`k.rule = 'referralAnswer' AND ${RUNNING}`)] }
    case 'solved':
      return {
        from: 'courses c',
        id: 'c.subject',
        key: 'c.day',
        newestFirst: true,
        where: [clause(`c.procedure = '${PROBLEM}' AND c.main = 'solved'`)],
      }
    case 'all':
      return {
        from: 'courses c',
        id: 'c.subject',
        key: 'c.day',
        newestFirst: true,
        where: [clause(`c.procedure = '${PROBLEM}'`), clause("c.main <> 'none'")],
      }
  }
}

/** Words of two or more characters by the index of pairs, over the visit; then each exactly, over the problem itself. */
function searchWhere(id: string, search: string): Where[] {
  const terms = searchTerms(search)
  if (terms.length === 0) return []
  const tokens = terms.flatMap(searchTokens)
  const exact = terms.map(() => 'instr(p.text, ?) > 0').join(' AND ')
  if (tokens.length === 0) return [clause(`EXISTS (SELECT 1 FROM visit_problems p WHERE p.id = ${id} AND ${exact})`, ...terms)]
  const found = `SELECT p.id FROM records r JOIN visit_problems p ON p.visit = r.rid
    WHERE r.id IN ${MATCHING} AND ${exact}`
  return [clause(`${id} IN (${found})`, tokens.join(' AND '), ...terms)]
}

function filterWhere(id: string, { enterprises, visit, search }: ProblemFilter): Where[] {
  const of = (condition: string, values: readonly string[]): Where =>
    clause(`${id} IN (SELECT p.id FROM visit_problems p WHERE ${condition})`, ...values)
  return [
    ...(visit === undefined || visit === '' ? [] : [of('p.visit = ?', [visit])]),
    ...(enterprises === undefined ? [] : [of(`p.enterprise IN (${enterprises.map(() => '?').join(', ')})`, enterprises)]),
    ...searchWhere(id, search),
  ]
}

export interface Listed {
  readonly id: string
  readonly key: string
}

/** Ids of a page, in the order of the list: what is asked after first, or what moved last. Keyset: `<key>~<id>`. */
export function listProblemIds(
  db: ReadDb,
  { show, asking, filter }: { readonly show: Shown; readonly asking: Asking; readonly filter: ProblemFilter },
  after: string | undefined,
  limit: number,
): Listed[] {
  const { from, id, key, newestFirst, where } = sourceOf(show, asking)
  const behind = after === undefined ? [] : [clause(`(${key}, ${id}) ${newestFirst ? '<' : '>'} (?, ?)`, ...keyOf(after))]
  const { sql, values } = allOf([...where, ...filterWhere(id, filter), ...behind])
  const order = newestFirst ? `${key} DESC, ${id} DESC` : `${key}, ${id}`
  return db.all<Listed>(
    `SELECT ${id} AS id, ${key} AS key FROM ${from} WHERE ${sql} ORDER BY ${order} LIMIT ?`,
    ...(values as Value[]),
    limit,
  )
}

export function countProblems(
  db: ReadDb,
  { show, asking, filter }: { readonly show: Shown; readonly asking: Asking; readonly filter: ProblemFilter },
): number {
  const { from, id, where } = sourceOf(show, asking)
  const { sql, values } = allOf([...where, ...filterWhere(id, filter)])
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${sql}`, ...(values as Value[]))?.n ?? 0
}

export interface RunningOut {
  readonly rule: string
  /** The clock began on or before this day. */
  readonly until: string
  readonly enterprises?: readonly string[] | undefined
  readonly limit: number
}

/** Problems with a clock of a rule, the one that began first before the others. */
export function listRunningOut(db: ReadDb, { rule, until, enterprises, limit }: RunningOut): ProblemRow[] {
  const { sql, values } = allOf([
    clause(`k.rule = ? AND ${RUNNING} AND k.started <= ? AND ${FIRST}`, rule, until),
    ...filterWhere('k.subject', { enterprises, search: '' }),
  ])
  return db.all<ProblemRow>(
    `SELECT ${PROBLEM_COLUMNS} FROM clocks k JOIN visit_problems p ON p.id = k.subject JOIN ${PROBLEM_TABLES}
     WHERE ${sql} ORDER BY k.started, k.subject LIMIT ?`,
    ...(values as Value[]),
    limit,
  )
}
