import type { ReadDb } from '../kernel/database.ts'

/** Records whose values conflict. */
export const countConflicts = (db: ReadDb): number =>
  db.get<{ n: number }>("SELECT count(*) AS n FROM records WHERE conflicts <> '[]'")?.n ?? 0

/** Files that some record names and whose original never came to this device. */
export const countFilesMissing = (db: ReadDb): number =>
  db.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT DISTINCT sha256 FROM record_files) found WHERE NOT EXISTS (SELECT 1 FROM attachments a WHERE a.sha256 = found.sha256)',
  )?.n ?? 0

export interface TroubleRow {
  readonly target: string
  readonly device: string
  readonly epoch: string
  readonly seq: number
  readonly trouble: string
  readonly since: string
}

/** Streams on a target that cannot be read on. */
export const listTrouble = (db: ReadDb): TroubleRow[] => db.all("SELECT * FROM cursors WHERE trouble <> '' ORDER BY since")

/** When this device last exchanged with a target, or took something in, or gave something out: all of these. */
export const listExchangeTimes = (db: ReadDb): string[] =>
  db
    .all<{ at: string }>(
      `SELECT exchanged_at AS at FROM targets WHERE exchanged_at IS NOT NULL
       UNION ALL SELECT created FROM (SELECT created FROM batches WHERE direction = 'in' OR file <> '' ORDER BY created DESC LIMIT 1) newest`,
    )
    .map(({ at }) => at)
