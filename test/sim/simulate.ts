import { randomFrom } from '#electron/app/seed-random'
import { type Event, events as workEvents } from './events.ts'
import { exchangeEvents } from './exchange-events.ts'
import { Fleet } from './fleet.ts'
import { heal, judge } from './heal.ts'

export interface Plan {
  readonly seed: number
  readonly events: number
  readonly inspectors?: number
  readonly supervisors?: number
}

export interface Run extends Required<Plan> {
  readonly seconds: number
  /** How often what happened. */
  readonly counts: ReadonlyMap<string, number>
  readonly lines: number
  readonly conflicts: number
  readonly complaints: readonly string[]
}

const events: Readonly<Record<string, Event>> = { ...workEvents, ...exchangeEvents }
const BAG: readonly string[] = Object.entries(events).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name))

/** The size of the office follows from the seed, where it is not given. */
function sized({ seed, events: count, inspectors, supervisors }: Plan): Required<Plan> {
  const random = randomFrom(seed ^ 0x5eed)
  return {
    seed,
    events: count,
    supervisors: supervisors ?? random.pick([1, 1, 2, 2, 3, 5]),
    inspectors: inspectors ?? random.between(1, random.chance(0.2) ? 24 : 6),
  }
}

async function happen(fleet: Fleet, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    fleet.pass(fleet.random.between(1, 600))
    const name = fleet.random.pick(BAG)
    fleet.count(name)
    await (events[name] as Event).run(fleet)
  }
}

const sum = (fleet: Fleet, sql: string): number =>
  fleet.supervisors.reduce((total, { app }) => Math.max(total, app.world.db.get<{ n: number }>(sql)?.n ?? 0), 0)

async function live(fleet: Fleet, plan: Required<Plan>): Promise<string[]> {
  for (let n = 0; n < plan.supervisors; n++) await fleet.join('supervisor')
  for (let n = 0; n < plan.inspectors; n++) await fleet.join('inspector')
  await happen(fleet, plan.events)
  for (const member of fleet.members) member.off = 0
  await heal(fleet)
  return judge(fleet)
}

/** Lets so many things happen to an office, brings everybody together, and judges. The same seed gives the same story. */
export async function simulate(given: Plan): Promise<Run> {
  const [plan, began] = [sized(given), performance.now()]
  const fleet = new Fleet(plan.seed)
  try {
    const broken = await live(fleet, plan)
    return {
      ...plan,
      seconds: (performance.now() - began) / 1000,
      counts: fleet.counts,
      lines: sum(fleet, 'SELECT count(*) AS n FROM lines'),
      conflicts: sum(fleet, "SELECT count(*) AS n FROM records WHERE conflicts <> '[]'"),
      complaints: [...fleet.complaints, ...broken],
    }
  } finally {
    fleet.end()
  }
}

/** One line a run. */
export const runLine = ({ seed, events: count, supervisors, inspectors, seconds, lines, conflicts, complaints }: Run): string =>
  `seed ${String(seed)}: ${String(count)} events, ${String(supervisors)} supervisors, ${String(inspectors)} inspectors, ${String(lines)} lines, ` +
  `${String(conflicts)} open conflicts, ${(count / seconds).toFixed(0)} events/s${complaints.length === 0 ? '' : ` ✗ ${String(complaints.length)}`}`
