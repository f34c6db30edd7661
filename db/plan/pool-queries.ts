import { searchTerms, searchTokens } from '#shared/kernel/search-text'
import type { PoolEnterprise } from '#shared/plan/pool-line'
import type { ReadDb, Value } from '../kernel/database.ts'
import { MATCHING } from '../kernel/search-index.ts'

/** Which enterprises of the directory a pool holds. */
export interface PoolFilter {
  readonly region?: string | undefined
  readonly search?: string | undefined
  readonly size?: string | undefined
  readonly notSampledSince?: string | undefined
}

interface Where {
  readonly sql: string
  readonly values: readonly Value[]
}

const given = (value: string | undefined): value is string => value !== undefined && value !== ''

function searchWhere(search: string): Where[] {
  const terms = searchTerms(search)
  const tokens = terms.flatMap(searchTokens)
  const exact = terms.map((term) => ({ sql: 'instr(r.text, ?) > 0', values: [term] }))
  if (tokens.length === 0) return exact
  return [{ sql: `r.id IN ${MATCHING}`, values: [tokens.join(' AND ')] }, ...exact]
}

function whereOf({ region, search = '', size, notSampledSince }: PoolFilter): Where {
  const parts: Where[] = [{ sql: "r.kind = 'enterprise'", values: [] }, ...searchWhere(search)]
  if (given(region)) parts.push({ sql: 'r.region = ?', values: [region] })
  if (given(size)) parts.push({ sql: 'e.size = ?', values: [size] })
  if (given(notSampledSince))
    parts.push({
      sql: 'NOT EXISTS (SELECT 1 FROM sampling_sheets s WHERE s.enterprise = e.rid AND s.day >= ?)',
      values: [notSampledSince],
    })
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) }
}

const FROM = 'FROM records r JOIN enterprises e ON e.rid = r.rid'

interface CandidateRow {
  readonly rid: string
  readonly name: string
  readonly uscc: string
  readonly region: string
  readonly size: string
  readonly drawn: number
  readonly last_sheet: string | null
  readonly sort_at: number
}

interface Page {
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of the pool, newest first, with how often each was drawn and when it was last sampled. */
export function listPool(db: ReadDb, filter: PoolFilter, { after, limit }: Page) {
  const { sql, values } = whereOf(filter)
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${FROM} WHERE ${sql}`, ...values)?.n ?? 0
  const [at = '', rid = ''] = (after ?? '').split('~')
  const rows = db.all<CandidateRow>(
    `SELECT e.rid, e.name, e.uscc, e.region, e.size, r.sort_at,
       (SELECT count(*) FROM drawn_enterprises d WHERE d.enterprise = e.rid) AS drawn,
       (SELECT max(s.day) FROM sampling_sheets s WHERE s.enterprise = e.rid) AS last_sheet
     ${FROM} WHERE ${sql} ${after === undefined ? '' : 'AND (r.sort_at, r.rid) < (?, ?)'}
     ORDER BY r.sort_at DESC, r.rid DESC LIMIT ?`,
    ...values,
    ...(after === undefined ? [] : [Number(at), rid]),
    limit,
  )
  const last = rows.at(-1)
  return { total, rows, next: last === undefined || rows.length < limit ? null : `${String(last.sort_at)}~${last.rid}` }
}

interface PoolRow {
  readonly rid: string
  readonly name: string
  readonly uscc: string
  readonly region: string
}

const toEntry = ({ rid, name, uscc, region }: PoolRow): PoolEnterprise => ({
  name,
  ...(uscc === '' ? {} : { uscc }),
  ...(region === '' ? {} : { region }),
  enterpriseId: rid,
})

/** The whole pool: everything of the directory that matches. */
export function getPool(db: ReadDb, filter: PoolFilter): PoolEnterprise[] {
  const { sql, values } = whereOf(filter)
  return db.all<PoolRow>(`SELECT e.rid, e.name, e.uscc, e.region ${FROM} WHERE ${sql}`, ...values).map(toEntry)
}

/** What the directory knows of an enterprise with this code. */
export function getPoolEntryByUscc(db: ReadDb, uscc: string): PoolEnterprise | null {
  const row = db.get<PoolRow>('SELECT rid, name, uscc, region FROM enterprises WHERE uscc = ? LIMIT 1', uscc)
  return row === undefined ? null : toEntry(row)
}
