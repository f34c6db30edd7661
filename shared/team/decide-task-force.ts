import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import { okUnless, problem, type Result, refuse } from '../kernel/result.ts'
import { sameWords } from './same-words.ts'
import { type TaskForce, taskForceKind } from './task-force.ts'
import type { TeamRuleProblem } from './team-problems.ts'

export interface TaskForceFacts {
  /** Another team of the district that bears this name. */
  readonly sameName: { readonly id: string; readonly name: string; readonly founded: string } | null
  readonly regionKnown: boolean
}

type Member = TaskForce['members'][number]
type Found = readonly TeamRuleProblem[]

/** Two people of one name are told apart by where they work; where one of them says nothing of it they are taken for one. */
const samePerson = (one: Member, other: Member): boolean =>
  sameWords(one.name, other.name) && (one.org === undefined || other.org === undefined || sameWords(one.org, other.org))

const twiceProblems = (members: readonly Member[]): Found =>
  members.flatMap((member, index) =>
    members.slice(0, index).some((earlier) => samePerson(earlier, member))
      ? [problem('team.memberTwice', `/members/${String(index)}/name`, { name: member.name })]
      : [],
  )

/** The captain is a member of the team: whoever is not on the list is put on it, first. */
const withCaptain = (team: TaskForce): TaskForce =>
  team.members.some(({ name }) => sameWords(name, team.captain)) ? team : { ...team, members: [{ name: team.captain }, ...team.members] }

function problemsOf(team: TaskForce, { sameName, regionKnown }: TaskForceFacts): Found {
  const { foundedOn: founded, dissolvedOn: dissolved, region } = team
  const problems: TeamRuleProblem[] = [...twiceProblems(team.members)]
  if (dissolved !== undefined && dissolved < founded)
    problems.push(problem('team.dissolvedBeforeFounded', '/dissolvedOn', { founded, dissolved }))
  if (sameName !== null) problems.push(problem('team.sameName', '/name', sameName))
  if (!regionKnown) problems.push(problem('reference.unknownRegion', '/region', { region }))
  return problems
}

/** May this team be recorded? It is counted from the day it was founded to the day it was dissolved, so it stands once. */
export function decideTaskForce(doc: DeepPartial<TaskForce>, facts: TaskForceFacts): Result<TaskForce, TeamRuleProblem> {
  const parsed = parseSealed<TaskForce>(taskForceKind, { members: [], ...doc })
  return parsed.ok ? okUnless(problemsOf(parsed.value, facts), withCaptain(parsed.value)) : refuse(...parsed.problems)
}
