import type { RevisionStatus } from '#shared/kernel/evaluate'
import type { ReadDb } from '../kernel/database.ts'
import { blob, hex } from '../kernel/lines.ts'

/** How the records that a batch speaks of stand at one moment: what counts of each, and which of them are shown. */
export interface Standing {
  /** Every revision of these records, by line. */
  readonly lines: ReadonlyMap<string, RevisionStatus>
  /** Those that lists show. */
  readonly shown: ReadonlySet<string>
}

const RECORDS = 'SELECT DISTINCT r.rid FROM batch_lines b JOIN revisions r ON r.line = b.line WHERE b.batch = ?'

export function standingAround(db: ReadDb, head: string): Standing {
  const lines = db.all<{ line: Buffer; status: RevisionStatus }>(
    `SELECT line, status FROM (${RECORDS}) found CROSS JOIN revisions USING (rid)`,
    blob(head),
  )
  const shown = db.all<{ rid: string }>(`SELECT DISTINCT rid FROM (${RECORDS}) found CROSS JOIN records USING (rid)`, blob(head))
  return {
    lines: new Map(lines.map(({ line, status }) => [hex(line), status])),
    shown: new Set(shown.map(({ rid }) => rid)),
  }
}

/** The lines of a batch that the log holds. */
export const linesOfBatch = (db: ReadDb, head: string): ReadonlySet<string> =>
  new Set(db.all<{ line: Buffer }>('SELECT line FROM batch_lines WHERE batch = ?', blob(head)).map(({ line }) => hex(line)))
