import type { z } from 'zod'
import type { RevisionLine } from '#shared/kernel/line'
import type { ListFilter as ContractFilter, HistoryEntry, RecordSummary } from '#shared/kernel/record-contract'
import { searchTerms, searchTokens } from '#shared/kernel/search-text'
import type { ReadDb, Value } from './database.ts'
import { blob, hex, sha256 } from './lines.ts'
import type { RecordRow } from './record-row.ts'
import { MATCHING } from './search-index.ts'

type Filter = z.output<typeof ContractFilter>

interface Row {
  readonly id: number
  readonly rid: string
  readonly device: string
  readonly kind: string
  readonly state: RecordRow['state']
  readonly no: string
  readonly title: string
  readonly region: string
  readonly text: string
  readonly at: string
  readonly sort_at: number
  readonly by: string
  readonly demo: number
  readonly heads: string
  readonly doc: string
  readonly review: string | null
  readonly attachments: string
  readonly conflicts: string
  readonly digest: Buffer
}

const toRecord = (row: Row): RecordRow & { readonly id: number } => ({
  ...row,
  demo: row.demo === 1,
  heads: JSON.parse(row.heads) as string[],
  doc: JSON.parse(row.doc) as RecordRow['doc'],
  review: row.review === null ? null : (JSON.parse(row.review) as RecordRow['review']),
  attachments: JSON.parse(row.attachments) as RecordRow['attachments'],
  conflicts: JSON.parse(row.conflicts) as RecordRow['conflicts'],
})

type SummaryRow = Pick<Row, 'rid' | 'kind' | 'no' | 'title' | 'state' | 'region' | 'at' | 'sort_at' | 'by' | 'demo'> & {
  readonly open: number
}
const SUMMARY = "rid, kind, no, title, state, region, at, sort_at, by, demo, conflicts <> '[]' AS open"

const toSummary = (row: SummaryRow): RecordSummary => ({
  id: row.rid,
  kind: row.kind,
  no: row.no,
  title: row.title,
  state: row.state,
  region: row.region,
  at: row.at,
  by: row.by,
  demo: row.demo === 1,
  conflict: row.open === 1,
})

/** A record by its id; of two strangers that chose the same id, the one whose device sorts first. */
export function getRecord(db: ReadDb, rid: string): RecordRow | null {
  const row = db.get<Row>('SELECT * FROM records WHERE rid = ? ORDER BY device LIMIT 1', rid)
  return row === undefined ? null : toRecord(row)
}

/** Every record of this id; more than one when strangers chose the same. */
export const listRows = (db: ReadDb, rid: string): (RecordRow & { readonly id: number })[] =>
  db.all<Row>('SELECT * FROM records WHERE rid = ?', rid).map(toRecord)

export function getSummary(db: ReadDb, rid: string): RecordSummary | null {
  const row = db.get<SummaryRow>(`SELECT ${SUMMARY} FROM records WHERE rid = ? ORDER BY device LIMIT 1`, rid)
  return row === undefined ? null : toSummary(row)
}

interface Where {
  readonly sql: string
  readonly values: readonly Value[]
}

/** Words of two or more characters by the index of pairs, then each exactly; a single character by looking at every text. */
function searchWhere(query: string): Where[] {
  const terms = searchTerms(query)
  const exact = terms.map((term) => ({ sql: 'instr(text, ?) > 0', values: [term] }))
  const tokens = terms.flatMap(searchTokens)
  if (tokens.length === 0) return exact
  return [{ sql: `id IN ${MATCHING}`, values: [tokens.join(' AND ')] }, ...exact]
}

const dayStart = (day: string): number => new Date(`${day}T00:00:00`).getTime()

function filterWhere(filter: Filter): Where[] {
  const parts: Where[] = [{ sql: 'kind = ?', values: [filter.kind] }]
  if (filter.state !== undefined) parts.push({ sql: 'state = ?', values: [filter.state] })
  if (filter.region !== undefined) parts.push({ sql: 'region = ?', values: [filter.region] })
  if (filter.from !== undefined) parts.push({ sql: 'sort_at >= ?', values: [dayStart(filter.from)] })
  if (filter.to !== undefined) parts.push({ sql: 'sort_at < ?', values: [dayStart(filter.to) + 86_400_000] })
  return [...parts, ...searchWhere(filter.search)]
}

const joined = (parts: readonly Where[]): Where => ({
  sql: parts.map(({ sql }) => sql).join(' AND '),
  values: parts.flatMap(({ values }) => values),
})

export interface RecordPage {
  readonly total: number
  readonly items: RecordSummary[]
  /** Keyset of the next page: "<sort_at>~<id>" of the last row, or null at the end. */
  readonly next: string | null
}

/** Sealed records of a kind, newest first. */
export function listRecords(db: ReadDb, filter: Filter): RecordPage {
  const all = filterWhere(filter)
  const { sql, values } = joined(all)
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM records WHERE ${sql}`, ...values)?.n ?? 0
  const [at = '', rid = ''] = (filter.after ?? '').split('~')
  const page = joined(filter.after === undefined ? all : [...all, { sql: '(sort_at, rid) < (?, ?)', values: [Number(at), rid] }])
  const rows = db.all<SummaryRow>(
    `SELECT ${SUMMARY} FROM records WHERE ${page.sql} ORDER BY sort_at DESC, rid DESC LIMIT ?`,
    ...page.values,
    filter.limit,
  )
  const last = rows.at(-1)
  const next = last === undefined || rows.length < filter.limit ? null : `${String(last.sort_at)}~${last.rid}`
  return { total, items: rows.map(toSummary), next }
}

export const countRecords = (db: ReadDb): number => db.get<{ n: number }>('SELECT count(*) AS n FROM records')?.n ?? 0

export function countByState(db: ReadDb): ReadonlyMap<string, number> {
  return new Map(
    db.all<{ state: string; n: number }>('SELECT state, count(*) AS n FROM records GROUP BY state').map(({ state, n }) => [state, n]),
  )
}

/** The same for one kind. */
export function countKindByState(db: ReadDb, kind: string): ReadonlyMap<string, number> {
  const rows = db.all<{ state: string; n: number }>('SELECT state, count(*) AS n FROM records WHERE kind = ? GROUP BY state', kind)
  return new Map(rows.map(({ state, n }) => [state, n]))
}

export function listHistory(db: ReadDb, rid: string): HistoryEntry[] {
  return db
    .all<{ id: Buffer; bytes: string; status: HistoryEntry['status'] }>(
      'SELECT l.id, l.bytes, r.status FROM revisions r JOIN lines l ON l.id = r.line WHERE r.rid = ? ORDER BY l.seq',
      rid,
    )
    .map(({ id, bytes, status }) => {
      const { op, by, at, why, par } = JSON.parse(bytes) as RevisionLine
      return { revision: hex(id), op, by, at, ...(why === undefined ? {} : { why }), parents: par, status }
    })
}

/** Kind and version of every revision of a record. */
export const listRevisionKinds = (db: ReadDb, rid: string): { readonly kind: string; readonly sch: number }[] =>
  db.all(
    "SELECT l.bytes ->> '$.kind' AS kind, l.bytes ->> '$.sch' AS sch FROM revisions r JOIN lines l ON l.id = r.line WHERE r.rid = ?",
    rid,
  )

export function getRevision(db: ReadDb, id: string): RevisionLine | null {
  const row = db.get<{ bytes: string }>("SELECT bytes FROM lines WHERE id = ? AND type = 'rev'", blob(id))
  return row === undefined ? null : (JSON.parse(row.bytes) as RevisionLine)
}

/** Digest of the merged view of every sealed record: equal where the same revisions and decisions are. */
export function stateDigest(db: ReadDb): { readonly digest: string; readonly records: number; readonly lines: number } {
  const rows = db.all<{ rid: string; device: string; digest: Buffer }>('SELECT rid, device, digest FROM records ORDER BY rid, device')
  const lines = db.get<{ n: number }>("SELECT count(*) AS n FROM lines WHERE type IN ('rev', 'decision', 'ref')")?.n ?? 0
  const whole = rows.map(({ rid, device, digest }) => `${rid} ${device} ${hex(digest)}\n`).join('')
  return { digest: hex(sha256(whole)), records: rows.length, lines }
}

/** Other records of the same kind that carry the same number: suspected duplicates, for a person to look at. */
export function countSameNumber(db: ReadDb, { rid, kind, no }: Pick<RecordRow, 'rid' | 'kind' | 'no'>): number {
  if (no === '') return 0
  return db.get<{ n: number }>('SELECT count(*) AS n FROM records WHERE kind = ? AND no = ? AND rid <> ?', kind, no, rid)?.n ?? 0
}
