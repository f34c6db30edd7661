import type { DrawSummary } from '#shared/plan/plan-contract'
import { taskKey } from '#shared/plan/task-key'
import type { ReadDb } from '../kernel/database.ts'

interface Row {
  readonly rid: string
  readonly no: string
  readonly title: string
  readonly day: string
  readonly state: DrawSummary['state']
  readonly demo: number
  readonly open: number
  readonly pool_size: number
  readonly taken: number
  readonly samplers: number
  readonly publicised_on: string
  readonly redraw_of: string | null
  readonly redraw_reason: string
  readonly sort_at: number
}

const toSummary = (row: Row): DrawSummary => ({
  id: row.rid,
  no: row.no,
  title: row.title,
  drawnOn: row.day,
  state: row.state,
  demo: row.demo === 1,
  conflict: row.open === 1,
  poolSize: row.pool_size,
  taken: row.taken,
  samplers: row.samplers,
  publicisedOn: row.publicised_on,
  redrawOf: row.redraw_of ?? '',
  redrawReason: row.redraw_reason,
})

interface Asked {
  readonly after?: string | undefined
  readonly limit: number
}

/** Every draw of this store, newest first, void ones too; keyset as in `listRecords`. */
export function listDraws(db: ReadDb, { after, limit }: Asked): { total: number; items: DrawSummary[]; next: string | null } {
  const total = db.get<{ n: number }>("SELECT count(*) AS n FROM records WHERE kind = 'randomDraw'")?.n ?? 0
  const [at = '', rid = ''] = (after ?? '').split('~')
  const rows = db.all<Row>(
    `SELECT r.rid, d.no, d.title, d.day, r.state, r.demo, r.conflicts <> '[]' AS open, d.pool_size, d.taken, d.samplers,
       d.publicised_on, (SELECT o.no FROM random_draws o WHERE o.rid = d.redraw_of) AS redraw_of, d.redraw_reason, r.sort_at
     FROM records r JOIN random_draws d ON d.rid = r.rid
     WHERE r.kind = 'randomDraw' ${after === undefined ? '' : 'AND (r.sort_at, r.rid) < (?, ?)'}
     ORDER BY r.sort_at DESC, r.rid DESC LIMIT ?`,
    ...(after === undefined ? [] : [Number(at), rid]),
    limit,
  )
  const last = rows.at(-1)
  const next = last === undefined || rows.length < limit ? null : `${String(last.sort_at)}~${last.rid}`
  return { total, items: rows.map(toSummary), next }
}

interface SameDay {
  readonly day: string
  readonly poolHash: string
  readonly title: string
  /** Not this one. */
  readonly except: string
}

/** The last draw of a day with the same pool of enterprises or for the same task; void ones count. */
export function getEarlierDraw(db: ReadDb, { day, poolHash, title, except }: SameDay): { id: string; no: string } | null {
  const sql = 'SELECT rid AS id, no FROM random_draws WHERE day = ? AND (pool = ? OR task = ?) AND rid <> ? ORDER BY no DESC LIMIT 1'
  return db.get<{ id: string; no: string }>(sql, day, poolHash, taskKey(title), except) ?? null
}

/** The greatest running number under a prefix; 0 when there is none. */
export function lastDrawNumber(db: ReadDb, prefix: string): number {
  const row = db.get<{ no: string }>(
    'SELECT no FROM random_draws WHERE no > ? AND no < ? ORDER BY length(no) DESC, no DESC LIMIT 1',
    prefix,
    `${prefix}~`,
  )
  return Number((row?.no ?? '').slice(prefix.length)) || 0
}
