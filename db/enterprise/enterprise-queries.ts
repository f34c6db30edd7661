import type { EnterpriseSummary } from '#shared/enterprise/enterprise-contract'
import { searchTerms, searchTokens } from '#shared/kernel/search-text'
import type { ReadDb, Value } from '../kernel/database.ts'
import { MATCHING } from '../kernel/search-index.ts'

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

/** The entry that carries a code, other than those of one enterprise. */
export function getEnterpriseByUscc(
  db: ReadDb,
  uscc: string,
  except: readonly string[],
): { readonly id: string; readonly name: string } | null {
  const carrying = db.all<{ id: string; name: string }>('SELECT rid AS id, name FROM enterprises WHERE uscc = ? ORDER BY rid', uscc)
  return carrying.find(({ id }) => !except.includes(id)) ?? null
}

/** The sheets about any entry of an enterprise. */
const SHEETS = `sampling_sheets s WHERE s.enterprise IN (SELECT m.rid FROM enterprise_identities m WHERE m.identity = e.rid)`

/**
 * Search while typing, newest first. An entry that was merged away is found by its own words too, and answered by the entry that speaks
 * for it, once.
 */
export function searchEnterprises(db: ReadDb, text: string, region: string | undefined, limit: number): EnterpriseSummary[] {
  const terms = searchTerms(text)
  const tokens = terms.flatMap(searchTokens)
  const where = ["r.kind = 'enterprise'", ...terms.map(() => 'instr(r.text, ?) > 0')]
  const values: Value[] = [...terms]
  if (tokens.length > 0) {
    where.push(`r.id IN ${MATCHING}`)
    values.push(tokens.join(' AND '))
  }
  if (region !== undefined) {
    where.push('e.region = ?')
    values.push(region)
  }
  const sql = `
    SELECT e.*, r.demo,
      (SELECT count(*) FROM ${SHEETS}) AS sheets,
      (SELECT max(s.day) FROM ${SHEETS}) AS last_sheet
    FROM records r JOIN enterprise_identities i ON i.rid = r.rid JOIN enterprises e ON e.rid = i.identity
    WHERE ${where.join(' AND ')} ORDER BY r.sort_at DESC, r.rid DESC`
  const found = new Map<string, EnterpriseSummary>()
  for (const row of db.each<Row>(sql, ...values)) {
    if (!found.has(row.rid)) found.set(row.rid, toSummary(row))
    if (found.size === limit) break
  }
  return [...found.values()]
}
