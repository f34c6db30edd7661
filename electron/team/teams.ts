import type { z } from 'zod'
import { getRecord } from '#db/kernel/records'
import { type ActivityRow, getTrained, listActivityRows, listVisitsOf } from '#db/team/activity-queries'
import { countTeams, getTeamRow, listTeamRows, type TeamRow } from '#db/team/team-queries'
import { getAllTeamTotals, getTeamTotals, type Stretch } from '#db/team/team-totals'
import { STANDING } from '#shared/kernel/measure'
import type { TeamActivity, TeamSummary, teamContract } from '#shared/team/team-contract'
import { dayOf, type World } from '../kernel/world.ts'

type Asked<N extends keyof typeof teamContract> = z.output<(typeof teamContract)[N]['input']>
type Given<N extends keyof typeof teamContract> = z.output<(typeof teamContract)[N]['output']>

const thisYear = (world: World): number => Number(dayOf(world).slice(0, 4))
const yearOf = (year: number): Stretch => ({ from: `${String(year)}-01-01`, to: `${String(year)}-12-31` })
const EVER: Stretch = { from: '', to: STANDING }

const summaryOf =
  (world: World, year: number) =>
  (row: TeamRow): TeamSummary => {
    const { rid: id, founded: foundedOn, until, demo, open, ...rest } = row
    const today = dayOf(world)
    return {
      ...rest,
      id,
      foundedOn,
      dissolvedOn: until === STANDING ? '' : until,
      active: foundedOn <= today && today <= until,
      demo: demo === 1,
      conflict: open === 1,
      did: getTeamTotals(world.db, id, yearOf(year)),
    }
  }

/** Teams page by page, with what each and what all of them did in a year. */
export function listTeams(world: World, { show, year = thisYear(world), ...filter }: Asked<'team.listTeams'>): Given<'team.listTeams'> {
  const today = dayOf(world)
  const { rows, next } = listTeamRows(world.db, { ...filter, ...(show === 'active' ? { standing: today } : {}) })
  const totals = getAllTeamTotals(world.db, { ...yearOf(year), region: filter.region })
  return { items: rows.map(summaryOf(world, year)), active: countTeams(world.db, today, filter.region), year, totals, next }
}

export function getTeam(world: World, { id, year = thisYear(world) }: Asked<'team.getTeam'>): Given<'team.getTeam'> {
  const [row, record] = [getTeamRow(world.db, id), getRecord(world.db, id)]
  if (row === null || record === null) return null
  return { summary: summaryOf(world, year)(row), doc: record.doc as never, year, ever: getTeamTotals(world.db, id, EVER) }
}

function shownActivity(world: World, team: string, row: ActivityRow): TeamActivity {
  const visits = listVisitsOf(world.db, team, row)
  const named = visits.some(({ id }) => id === row.activity) ? '' : row.activity
  return { day: row.day, name: named, visits, ...getTrained(world.db, team, row) }
}

export function listActivities(world: World, asked: Asked<'team.listActivities'>): Given<'team.listActivities'> {
  const { rows, next } = listActivityRows(world.db, asked)
  return { items: rows.map((row) => shownActivity(world, asked.team, row)), next }
}
