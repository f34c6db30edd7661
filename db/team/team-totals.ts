import type { TeamTotals } from '#shared/team/team-contract'
import type { ReadDb } from '../kernel/database.ts'

export interface Stretch {
  readonly from: string
  readonly to: string
  /** In a district; anywhere when left out. */
  readonly region?: string | undefined
}

/** The five counts over the visits of teams that a condition leaves. Enterprises that were merged are one. */
const TOTALS = `
  SELECT count(DISTINCT CASE WHEN m.name = 'teamActivity' THEN m.key END) AS activities,
    COALESCE(sum(CASE WHEN m.name = 'visit' THEN m.amount END), 0) AS visits,
    count(DISTINCT CASE WHEN m.name = 'visit' AND m.enterprise <> '' THEN COALESCE(i.identity, m.enterprise) END) AS enterprises,
    COALESCE(sum(CASE WHEN m.name = 'trainedManager' THEN m.amount END), 0) AS managers,
    COALESCE(sum(CASE WHEN m.name = 'trainedWorker' THEN m.amount END), 0) AS workers
  FROM team_visits v JOIN measures m ON m.source = v.rid LEFT JOIN enterprise_identities i ON i.rid = m.enterprise`

const NOTHING: TeamTotals = { activities: 0, visits: 0, enterprises: 0, managers: 0, workers: 0 }

/** What one team did in a stretch of days, both ends within. */
export const getTeamTotals = (db: ReadDb, team: string, { from, to }: Stretch): TeamTotals =>
  db.get<TeamTotals>(`${TOTALS} WHERE v.team = ? AND v.day BETWEEN ? AND ?`, team, from, to) ?? NOTHING

/** What all teams did together, or those whose own district is meant: an enterprise that two teams went to is one. */
export const getAllTeamTotals = (db: ReadDb, { from, to, region }: Stretch): TeamTotals =>
  (region === undefined
    ? db.get<TeamTotals>(`${TOTALS} WHERE v.day BETWEEN ? AND ?`, from, to)
    : db.get<TeamTotals>(
        `${TOTALS} JOIN task_forces t ON t.rid = v.team WHERE v.day BETWEEN ? AND ? AND t.region = ?`,
        from,
        to,
        region,
      )) ?? NOTHING
