import { searchTerms, searchTokens } from '#shared/kernel/search-text'
import type { ReadDb, Value } from '../kernel/database.ts'
import { MATCHING } from '../kernel/search-index.ts'

/** A case as lists show it. */
export interface CaseRow {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly region: string
  readonly main: string
  readonly states: Readonly<Record<string, string>>
  readonly open: boolean
  readonly aside: number
  readonly day: string
  readonly demo: boolean
}

interface Row extends Omit<CaseRow, 'states' | 'open' | 'demo'> {
  readonly states: string
  readonly open: number
  readonly demo: number
}
const toCase = (row: Row): CaseRow => ({
  ...row,
  states: JSON.parse(row.states) as CaseRow['states'],
  open: row.open === 1,
  demo: row.demo === 1,
})

const CASE = 'c.subject AS id, r.no, r.title, r.region, c.main, c.states, c.open, c.aside, c.day, r.demo'
/** A course whose case is here and not void; of two strangers that chose the same id, the one whose device sorts first. */
const FROM = `courses c JOIN records r ON r.rid = c.subject AND r.kind = 'aftercareCase' AND r.state <> 'void'
  AND r.device = (SELECT min(device) FROM records o WHERE o.rid = c.subject)`

export function getCaseRow(db: ReadDb, id: string): CaseRow | null {
  const row = db.get<Row>(`SELECT ${CASE} FROM ${FROM} WHERE c.subject = ? AND c.procedure = 'aftercare'`, id)
  return row === undefined ? null : toCase(row)
}

/** The case of a check; of two the one that was opened first. */
export const getCaseOfCheck = (db: ReadDb, check: string, besides = ''): { readonly rid: string; readonly no: string } | null =>
  db.get<{ rid: string; no: string }>(
    'SELECT rid, no FROM aftercare_cases WHERE inspected = ? AND rid <> ? ORDER BY rid LIMIT 1',
    check,
    besides,
  ) ?? null

/** The greatest running number under a prefix; 0 when there is none. */
export function lastCaseNumber(db: ReadDb, prefix: string): number {
  const row = db.get<{ no: string }>(
    'SELECT no FROM aftercare_cases WHERE no > ? AND no < ? ORDER BY length(no) DESC, no DESC LIMIT 1',
    prefix,
    `${prefix}~`,
  )
  return Number((row?.no ?? '').slice(prefix.length)) || 0
}

export interface CaseFilter {
  readonly main?: string | undefined
  readonly search: string
  /** Keyset: `<day>~<id>` of the last one before. */
  readonly after?: string | undefined
  readonly limit: number
}

interface Where {
  readonly sql: string
  readonly values: readonly Value[]
}

/** Words of two or more characters by the index of pairs, then each exactly. */
function searchWhere(search: string): Where[] {
  const terms = searchTerms(search)
  const exact = terms.map((term) => ({ sql: 'instr(r.text, ?) > 0', values: [term] }))
  const tokens = terms.flatMap(searchTokens)
  if (tokens.length === 0) return exact
  return [{ sql: `r.id IN ${MATCHING}`, values: [tokens.join(' AND ')] }, ...exact]
}

/** Cases, the ones that moved last first. */
export function listCaseRows(db: ReadDb, { main, search, after, limit }: CaseFilter): CaseRow[] {
  const [day = '', id = ''] = (after ?? '').split('~')
  const parts: Where[] = [
    { sql: "c.procedure = 'aftercare'", values: [] },
    ...(main === undefined ? [] : [{ sql: 'c.main = ?', values: [main] }]),
    ...(after === undefined ? [] : [{ sql: '(c.day, c.subject) < (?, ?)', values: [day, id] }]),
    ...searchWhere(search),
  ]
  const sql = `SELECT ${CASE} FROM ${FROM} WHERE ${parts.map((part) => part.sql).join(' AND ')} ORDER BY c.day DESC, c.subject DESC LIMIT ?`
  return db.all<Row>(sql, ...parts.flatMap(({ values }) => values), limit).map(toCase)
}

export interface RunningClock {
  readonly subject: string
  readonly rule: string
  readonly about: string
  readonly started: string
}

/** Clocks of open cases that have not ended, and are of cases that are here. */
export function listRunningCaseClocks(db: ReadDb): RunningClock[] {
  return db.all<RunningClock>(
    `SELECT k.subject, k.rule, k.about, k.started FROM clocks k JOIN aftercare_cases a ON a.rid = k.subject
     WHERE k.open = 1 AND k.ended IS NULL ORDER BY k.rule, k.started, k.subject`,
  )
}

/** Every case of a check, the first one opened first. */
export const listCasesOfCheck = (db: ReadDb, check: string): string[] =>
  db.all<{ rid: string }>('SELECT rid FROM aftercare_cases WHERE inspected = ? ORDER BY rid', check).map(({ rid }) => rid)
