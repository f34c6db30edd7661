import type { RevisionLine } from '#shared/kernel/line'
import type { ReadDb } from '../kernel/database.ts'
import { hex } from '../kernel/lines.ts'
import { keyOf, nextOf, SHOWN } from '../kernel/search-where.ts'

/** A record with an open conflict: in how many fields, and by which revisions. */
export interface ConflictRow {
  readonly rid: string
  readonly fields: number
  readonly revisions: readonly string[]
}

interface Row {
  readonly rid: string
  readonly sort_at: number
  readonly conflicts: string
}

function toConflict({ rid, conflicts }: Row): ConflictRow {
  const fields = JSON.parse(conflicts) as { readonly candidates: readonly { readonly id: string }[] }[]
  return { rid, fields: fields.length, revisions: [...new Set(fields.flatMap(({ candidates }) => candidates.map(({ id }) => id)))] }
}

/** Records in conflict, the newest first; a keyset page. */
export function listConflicts(
  db: ReadDb,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): { readonly total: number; readonly rows: ConflictRow[]; readonly next: string | null } {
  const total = db.get<{ n: number }>("SELECT count(*) AS n FROM records r WHERE r.conflicts <> '[]'")?.n ?? 0
  const [at, rid] = keyOf(after)
  const rows = db.all<Row>(
    `SELECT r.rid, r.sort_at, r.conflicts FROM records r
     WHERE r.conflicts <> '[]' AND (r.sort_at, r.rid) < (?, ?) AND ${SHOWN} ORDER BY r.sort_at DESC, r.rid DESC LIMIT ?`,
    after === undefined ? at : Number(at),
    rid,
    limit,
  )
  return { total, rows: rows.map(toConflict), next: nextOf(rows, limit, (row) => [String(row.sort_at), row.rid]) }
}

export interface CountedLine {
  readonly id: string
  readonly line: RevisionLine
}

/** The revisions of a record that count: these heads and all they stand upon, parents first. */
export function listCounted(db: ReadDb, rid: string, heads: readonly string[]): CountedLine[] {
  const all = new Map(
    db
      .all<{ id: Buffer; bytes: string }>(
        "SELECT l.id, l.bytes FROM revisions r JOIN lines l ON l.id = r.line WHERE r.rid = ? AND r.status = 'effective'",
        rid,
      )
      .map(({ id, bytes }) => [hex(id), JSON.parse(bytes) as RevisionLine]),
  )
  const found: CountedLine[] = []
  const waiting = [...heads]
  for (let id = waiting.at(-1); id !== undefined; id = waiting.at(-1)) {
    const line = all.get(id)
    const parents = line?.par.filter((parent) => all.has(parent)) ?? []
    if (parents.length > 0) waiting.push(...parents)
    else waiting.pop()
    if (line === undefined || parents.length > 0) continue
    all.delete(id)
    found.push({ id, line })
  }
  return found
}
