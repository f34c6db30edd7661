import { listMembers } from '../enterprise/identities.ts'
import type { ReadDb, Value } from '../kernel/database.ts'
import { searchRecords } from '../kernel/search-where.ts'

export interface CertificationCaseRow {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly region: string
  readonly enterprise: string
  readonly kind: string
  readonly contribution: string
  readonly scope: string
  readonly opened: string
  readonly main: string
  readonly states: Readonly<Record<string, string>>
  readonly open: boolean
  readonly day: string
  readonly demo: boolean
  /** Since when it stands in its stage; '' when it has ended. */
  readonly since: string
  readonly certificates: number
}

interface Row extends Omit<CertificationCaseRow, 'states' | 'open' | 'demo'> {
  readonly states: string
  readonly open: number
  readonly demo: number
}
const toCase = (row: Row): CertificationCaseRow => ({
  ...row,
  states: JSON.parse(row.states) as CertificationCaseRow['states'],
  open: row.open === 1,
  demo: row.demo === 1,
})

const CASE = `c.subject AS id, a.no, r.title, r.region, a.enterprise, a.kind, a.contribution, a.scope, a.opened, c.main, c.states, c.open, c.day, r.demo,
  COALESCE((SELECT max(k.started) FROM clocks k WHERE k.subject = c.subject AND k.rule = 'stage' AND k.about = c.main), '') AS since,
  (SELECT count(*) FROM certificates f WHERE f.case_id = c.subject) AS certificates`
/** A course whose case is here and not void; of two strangers that chose the same id, the one whose device sorts first. */
const FROM = `courses c JOIN certification_cases a ON a.rid = c.subject
  JOIN records r ON r.rid = c.subject AND r.kind = 'certificationCase' AND r.state <> 'void'
  AND r.device = (SELECT min(device) FROM records o WHERE o.rid = c.subject)`

export function getCertificationCase(db: ReadDb, id: string): CertificationCaseRow | null {
  const row = db.get<Row>(`SELECT ${CASE} FROM ${FROM} WHERE c.subject = ? AND c.procedure = 'certification'`, id)
  return row === undefined ? null : toCase(row)
}

/** The greatest running number under a prefix; 0 when there is none. */
export function lastCertificationNumber(db: ReadDb, prefix: string): number {
  const row = db.get<{ no: string }>(
    'SELECT no FROM certification_cases WHERE no > ? AND no < ? ORDER BY length(no) DESC, no DESC LIMIT 1',
    prefix,
    `${prefix}~`,
  )
  return Number((row?.no ?? '').slice(prefix.length)) || 0
}

export interface CertificationFilter {
  readonly stage?: string | undefined
  readonly enterprise?: string | undefined
  readonly search: string
  /** Keyset: `<day>~<id>` of the last one before. */
  readonly after?: string | undefined
  readonly limit: number
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Cases, the ones that moved last first. */
export function listCertificationCases(
  db: ReadDb,
  { stage, enterprise, search, after, limit }: CertificationFilter,
): CertificationCaseRow[] {
  const [day = '', id = ''] = (after ?? '').split('~')
  const members = enterprise === undefined ? [] : listMembers(db, enterprise)
  const parts: { readonly sql: string; readonly values: readonly Value[] }[] = [
    { sql: "c.procedure = 'certification'", values: [] },
    ...(stage === undefined ? [] : [{ sql: 'c.main = ?', values: [stage] }]),
    ...(enterprise === undefined
      ? []
      : [{ sql: `c.subject IN (SELECT rid FROM certification_cases WHERE enterprise IN (${marks(members)}))`, values: members }]),
    ...(after === undefined ? [] : [{ sql: '(c.day, c.subject) < (?, ?)', values: [day, id] }]),
    ...searchRecords(search),
  ]
  const sql = `SELECT ${CASE} FROM ${FROM} WHERE ${parts.map((part) => part.sql).join(' AND ')} ORDER BY c.day DESC, c.subject DESC LIMIT ?`
  return db.all<Row>(sql, ...parts.flatMap(({ values }) => values), limit).map(toCase)
}

interface Wish {
  readonly enterprise: string
  readonly kind: string
  readonly scope: string
  readonly besides: string
}

/** Open cases of one enterprise for the same kind and scope. */
export function listSimilarCases(db: ReadDb, { enterprise, kind, scope, besides }: Wish): CertificationCaseRow[] {
  const members = listMembers(db, enterprise)
  return db
    .all<Row>(
      `SELECT ${CASE} FROM ${FROM} WHERE c.procedure = 'certification' AND c.open = 1 AND a.enterprise IN (${marks(members)})
       AND a.kind = ? AND a.scope = ? AND a.rid <> ? ORDER BY a.no LIMIT 20`,
      ...members,
      kind,
      scope,
      besides,
    )
    .map(toCase)
}

export interface StageCount {
  readonly stage: string
  readonly cases: number
  readonly suspended: number
  /** The day since which the oldest one stands here; '' where cases have ended. */
  readonly since: string
}

/** How many cases stand in each state; of those that are here. */
export const countStages = (db: ReadDb): StageCount[] =>
  db.all<StageCount>(
    `SELECT c.main AS stage, count(*) AS cases, sum(json_extract(c.states, '$.hold') = 'suspended') AS suspended,
       COALESCE(min((SELECT max(k.started) FROM clocks k WHERE k.subject = c.subject AND k.rule = 'stage' AND k.about = c.main)), '') AS since
     FROM courses c JOIN certification_cases a ON a.rid = c.subject WHERE c.procedure = 'certification' GROUP BY c.main`,
  )

export interface CertificationClockRow {
  readonly subject: string
  readonly about: string
  readonly started: string
}

export interface ClockFilter {
  readonly rule: string
  readonly by: string
  readonly enterprise?: string | undefined
  readonly limit: number
}

/** Running clocks of one rule that began by a day, of open cases that are here and do not rest; the oldest first. */
export const listCertificationClocks = (db: ReadDb, { rule, by, enterprise, limit }: ClockFilter): CertificationClockRow[] => {
  const members = enterprise === undefined ? [] : listMembers(db, enterprise)
  const mine = enterprise === undefined ? '' : `AND a.enterprise IN (${marks(members)})`
  return db.all<CertificationClockRow>(
    `SELECT k.subject, k.about, k.started FROM clocks k JOIN certification_cases a ON a.rid = k.subject JOIN courses c ON c.subject = k.subject
     WHERE k.rule = ? AND k.open = 1 AND k.ended IS NULL AND k.started <= ? AND json_extract(c.states, '$.hold') = 'active' ${mine}
     ORDER BY k.started, k.subject LIMIT ?`,
    rule,
    by,
    ...members,
    limit,
  )
}

/** How many cases in each stage have a clock of a rule that began by a day. */
export const countLateStages = (db: ReadDb, rule: string, by: string): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<{ about: string; n: number }>(
        `SELECT k.about, count(*) AS n FROM clocks k JOIN certification_cases a ON a.rid = k.subject JOIN courses c ON c.subject = k.subject
         WHERE k.rule = ? AND k.open = 1 AND k.ended IS NULL AND k.started <= ? AND json_extract(c.states, '$.hold') = 'active' GROUP BY k.about`,
        rule,
        by,
      )
      .map(({ about, n }) => [about, n]),
  )
