import type { RevisionLine } from '#shared/kernel/line'
import type { ReadDb } from '../kernel/database.ts'
import { blob } from '../kernel/lines.ts'

export interface Elsewhere {
  readonly id: string
  readonly title: string
}

/** Another record, not void, that names a file with the same bytes; the one with the least id of several. */
export function getRecordWithFile(db: ReadDb, sha256: string, besides: string): Elsewhere | null {
  const row = db.get<{ id: string; no: string; title: string }>(
    `SELECT r.rid AS id, r.no, r.title FROM record_files f JOIN records r ON r.rid = f.rid AND r.device = f.device
     WHERE f.sha256 = ? AND f.rid <> ? AND r.state <> 'void' ORDER BY f.rid LIMIT 1`,
    blob(sha256),
    besides,
  )
  return row === undefined ? null : { id: row.id, title: [row.no, row.title].filter((part) => part !== '').join(' ') }
}

/** Void records of a kind that carry a number: steps of one case or one check. */
export function listVoid(db: ReadDb, kind: string, no: string): Elsewhere[] {
  if (no === '') return []
  return db.all<Elsewhere>("SELECT rid AS id, title FROM records WHERE kind = ? AND no = ? AND state = 'void' ORDER BY rid", kind, no)
}

export interface Reason {
  readonly op: RevisionLine['op']
  readonly why: string
}

/** Why a record was corrected or made void: the revisions that count, in the order they arrived. */
export function listReasons(db: ReadDb, rid: string): Reason[] {
  const rows = db.all<{ bytes: string }>(
    "SELECT l.bytes FROM revisions r JOIN lines l ON l.id = r.line WHERE r.rid = ? AND r.status = 'effective' ORDER BY l.seq",
    rid,
  )
  return rows.map(({ bytes }) => {
    const { op, why = '' } = JSON.parse(bytes) as RevisionLine
    return { op, why }
  })
}
