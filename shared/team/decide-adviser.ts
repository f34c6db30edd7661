import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import { okUnless, problem, type Result, refuse } from '../kernel/result.ts'
import { type Adviser, adviserKind } from './adviser.ts'
import { plainWords, sameWords } from './same-words.ts'
import type { TeamRuleProblem } from './team-problems.ts'

/** Somebody of the same name and role who stands in the list already. */
export interface Namesake {
  readonly id: string
  readonly name: string
  readonly org: string
  /** The enterprise a chief quality officer belongs to, by its identity; '' for the others. */
  readonly enterprise: string
  readonly no: string
  readonly since: string
}

export interface AdviserFacts {
  readonly namesakes: readonly Namesake[]
  /** Identity of the enterprise this document names; '' when it names none. */
  readonly enterprise: string
  readonly enterpriseProblems: readonly EnterpriseProblem[]
  readonly regionKnown: boolean
  readonly today: string
}

/** A chief quality officer is known by the enterprise, everybody else by where they work. */
const isSame = ({ role, org = '' }: Adviser, enterprise: string, other: Namesake): boolean =>
  role === 'chiefQualityOfficer' && other.enterprise !== '' ? other.enterprise === enterprise : sameWords(org, other.org)

function daysProblems({ appointedOn, validTo }: Adviser, today: string): TeamRuleProblem[] {
  if (appointedOn === undefined) return []
  if (appointedOn > today) return [problem('team.appointedInFuture', '/appointedOn', { on: appointedOn, today })]
  if (validTo === undefined || validTo >= appointedOn) return []
  return [problem('team.appointmentEndsFirst', '/validTo', { from: appointedOn, to: validTo })]
}

function problemsOf(adviser: Adviser, facts: AdviserFacts): TeamRuleProblem[] {
  const { role, enterpriseId, region } = adviser
  const problems = [...daysProblems(adviser, facts.today), ...facts.enterpriseProblems]
  if (role === 'chiefQualityOfficer' && enterpriseId === undefined)
    problems.push(problem('team.officerWithoutEnterprise', '/enterpriseId', {}))
  const earlier = facts.namesakes.find((other) => isSame(adviser, facts.enterprise, other))
  if (earlier !== undefined) {
    const { id, name, no, since } = earlier
    problems.push(problem('team.personTwice', '/name', { id, name, no, since }))
  }
  if (!facts.regionKnown) problems.push(problem('reference.unknownRegion', '/region', { region }))
  return problems
}

const eachOnce = (texts: readonly string[]): string[] =>
  [...new Map(texts.toReversed().map((text) => [plainWords(text), text])).values()].toReversed()

/** May this person be recorded? An appointment that has run out is shown, not refused: who helped last year helped. */
export function decideAdviser(doc: DeepPartial<Adviser>, facts: AdviserFacts): Result<Adviser, TeamRuleProblem> {
  const parsed = parseSealed<Adviser>(adviserKind, { ...doc, expertise: (doc.expertise ?? []).filter((text) => text.trim() !== '') })
  if (!parsed.ok) return refuse(...parsed.problems)
  const adviser = { ...parsed.value, expertise: eachOnce(parsed.value.expertise) }
  return okUnless(problemsOf(adviser, facts), adviser)
}
