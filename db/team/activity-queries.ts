import type { ReadDb } from '../kernel/database.ts'
import { nextOf, SHOWN } from '../kernel/search-where.ts'

export interface ActivityRow {
  readonly day: string
  /** The name of the activity, or the visit itself where it had none. */
  readonly activity: string
  readonly visits: number
}

interface Asked {
  readonly team: string
  /** Keyset: `<day>~<activity>`. */
  readonly after?: string | undefined
  readonly limit: number
}

/** The activities of a team, the newest first: visits of one day under one name are one. */
export function listActivityRows(db: ReadDb, { team, after, limit }: Asked) {
  const [day, activity] = after === undefined ? ['~', '~'] : [after.slice(0, 10), after.slice(11)]
  const rows = db.all<ActivityRow>(
    `SELECT day, activity, count(*) AS visits FROM team_visits WHERE team = ? AND (day, activity) < (?, ?)
     GROUP BY day, activity ORDER BY day DESC, activity DESC LIMIT ?`,
    team,
    day,
    activity,
    limit,
  )
  return { rows, next: nextOf(rows, limit, (row) => [row.day, row.activity]) }
}

export interface ActivityVisit {
  readonly id: string
  readonly no: string
  readonly enterprise: string
}

const MANY = 100

/** The visits of one activity, with the enterprise as it was called then. */
export const listVisitsOf = (db: ReadDb, team: string, { day, activity }: Pick<ActivityRow, 'day' | 'activity'>): ActivityVisit[] =>
  db.all<ActivityVisit>(
    `SELECT v.rid AS id, r.no, r.title AS enterprise FROM team_visits v JOIN records r ON r.rid = v.rid AND ${SHOWN}
     WHERE v.team = ? AND v.day = ? AND v.activity = ? ORDER BY v.rid LIMIT ${String(MANY)}`,
    team,
    day,
    activity,
  )

export interface Trained {
  readonly managers: number
  readonly workers: number
}

/** 人次 trained in one activity, managers and workers apart. */
export const getTrained = (db: ReadDb, team: string, { day, activity }: Pick<ActivityRow, 'day' | 'activity'>): Trained =>
  db.get<Trained>(
    `SELECT COALESCE(sum(CASE WHEN m.name = 'trainedManager' THEN m.amount END), 0) AS managers,
       COALESCE(sum(CASE WHEN m.name = 'trainedWorker' THEN m.amount END), 0) AS workers
     FROM team_visits v JOIN measures m ON m.source = v.rid WHERE v.team = ? AND v.day = ? AND v.activity = ?`,
    team,
    day,
    activity,
  ) ?? { managers: 0, workers: 0 }
