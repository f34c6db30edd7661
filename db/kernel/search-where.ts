import { searchTerms, searchTokens } from '#shared/kernel/search-text'
import type { Value } from './database.ts'
import { MATCHING } from './search-index.ts'

export interface Where {
  readonly sql: string
  readonly values: readonly Value[]
}

/** What finds records `r` by the words of a person: two or more characters by the index of pairs, then each exactly. */
export function searchRecords(search: string): Where[] {
  const terms = searchTerms(search)
  const exact = terms.map((term) => ({ sql: 'instr(r.text, ?) > 0', values: [term] }))
  const tokens = terms.flatMap(searchTokens)
  if (tokens.length === 0) return exact
  return [{ sql: `r.id IN ${MATCHING}`, values: [tokens.join(' AND ')] }, ...exact]
}

/** All of them, as one condition. */
export const allOf = (parts: readonly Where[]): Where => ({
  sql: parts.map(({ sql }) => sql).join(' AND '),
  values: parts.flatMap(({ values }) => values),
})

/** Of two strangers that chose the same id for a record `r`, the one whose device sorts first. */
export const SHOWN = 'r.device = (SELECT min(device) FROM records o WHERE o.rid = r.rid)'

/** The two parts of a keyset `<key>~<id>`; before anything when it is left out. */
export function keyOf(after: string | undefined): readonly [string, string] {
  if (after === undefined) return ['~', '~']
  const at = after.lastIndexOf('~')
  return [after.slice(0, at), after.slice(at + 1)]
}

/** The keyset behind a page, null at the end. */
export const nextOf = <Row>(rows: readonly Row[], limit: number, key: (row: Row) => readonly [string, string]): string | null => {
  const last = rows.at(-1)
  return last === undefined || rows.length < limit ? null : key(last).join('~')
}
