import type { EnterpriseSummary } from '#shared/enterprise/enterprise-contract'
import { searchTerms, searchTokens } from '#shared/kernel/search-text'
import type { ReadDb, Value } from '../kernel/database.ts'

interface Row {
  readonly rid: string
  readonly name: string
  readonly uscc: string
  readonly region: string
  readonly address: string
  readonly contact: string
  readonly phone: string
  readonly legal_representative: string
  readonly size: string
  readonly demo: number
  readonly sheets: number
  readonly last_sheet: string | null
}

const toSummary = ({ rid, legal_representative, demo, last_sheet, ...rest }: Row): EnterpriseSummary => ({
  ...rest,
  id: rid,
  legalRepresentative: legal_representative,
  demo: demo === 1,
  lastSheet: last_sheet,
})

/** The enterprise that carries a code, if another one than `except`. */
export function getEnterpriseByUscc(db: ReadDb, uscc: string, except: string): { readonly id: string; readonly name: string } | null {
  return (
    db.get<{ id: string; name: string }>('SELECT rid AS id, name FROM enterprises WHERE uscc = ? AND rid <> ? LIMIT 1', uscc, except) ??
    null
  )
}

/** Search while typing, newest first. */
export function searchEnterprises(db: ReadDb, text: string, region: string | undefined, limit: number): EnterpriseSummary[] {
  const terms = searchTerms(text)
  const tokens = terms.flatMap(searchTokens)
  const where = ["r.kind = 'enterprise'", ...terms.map(() => 'instr(r.text, ?) > 0')]
  const values: Value[] = [...terms]
  if (tokens.length > 0) {
    where.push('r.id IN (SELECT rowid FROM records_fts WHERE records_fts MATCH ?)')
    values.push(tokens.join(' AND '))
  }
  if (region !== undefined) {
    where.push('r.region = ?')
    values.push(region)
  }
  const sql = `
    SELECT e.*, r.demo,
      (SELECT count(*) FROM sampling_sheets s WHERE s.enterprise = e.rid) AS sheets,
      (SELECT max(s.day) FROM sampling_sheets s WHERE s.enterprise = e.rid) AS last_sheet
    FROM records r JOIN enterprises e ON e.rid = r.rid
    WHERE ${where.join(' AND ')} ORDER BY r.sort_at DESC, r.rid DESC LIMIT ?`
  return db.all<Row>(sql, ...values, limit).map(toSummary)
}
