import { fenOf } from '../enterprise/benefit.ts'
import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import { sayUnchosen } from '../enterprise/unchosen.ts'
import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import { okUnless, problem, type Result, refuse } from '../kernel/result.ts'
import type { Facility } from './facility.ts'
import { type FacilityUse, facilityUseKind } from './facility-use.ts'
import type { NqiRuleProblem } from './nqi-problems.ts'

export interface UseFacts {
  /** The place as it stands in the list; null when there is none or it is void. */
  readonly facility: Pick<Facility, 'type' | 'name' | 'openedOn' | 'closedOn'> | null
  readonly enterpriseProblems: readonly EnterpriseProblem[]
  readonly regionKnown: boolean
  readonly today: string
}

type Found = NqiRuleProblem[]

/** At a place of the right kind, that was open on the day, not later than today. */
function placeProblems({ type, on }: FacilityUse, { facility, today }: UseFacts): Found {
  if (facility === null) return [problem('nqi.noSuchFacility', '/facilityId', {})]
  const { name, openedOn: opened, closedOn: closed = '' } = facility
  if ((type === 'labUse') !== (facility.type === 'sharedLab')) return [problem('nqi.wrongPlace', '/facilityId', { name, type })]
  if (on > today) return [problem('nqi.inFuture', '/on', { on, today })]
  return on < opened || (closed !== '' && on > closed) ? [problem('nqi.notOpen', '/on', { name, on, opened, closed })] : []
}

/** The day on which it was solved: not before it was asked, and not still to come. */
function solvedOnProblems({ on, solvedOn }: FacilityUse, today: string): Found {
  if (solvedOn === undefined) return [problem('nqi.solvedWithoutDay', '/solvedOn', {})]
  if (solvedOn < on) return [problem('nqi.solvedBeforeAsked', '/solvedOn', { on, solvedOn })]
  return solvedOn > today ? [problem('nqi.inFuture', '/solvedOn', { on: solvedOn, today })] : []
}

/** What was solved is at most what was asked, with how and when. */
function solvedProblems(use: FacilityUse, today: string): Found {
  const { type, problems = 0, solved = 0, answer, solvedOn } = use
  if (type !== 'service') return []
  if (solved === 0) return solvedOn === undefined ? [] : [problem('nqi.nothingSolved', '/solved', {})]
  const found: Found = solved > problems ? [problem('nqi.solvedTooMany', '/solved', { problems, solved })] : []
  if (answer === undefined) found.push(problem('nqi.solvedWithoutAnswer', '/answer', {}))
  return [...found, ...solvedOnProblems(use, today)]
}

/** An amount with its basis counts once the enterprise has confirmed it: who, and on which day that is not still to come. */
function benefitProblems({ benefit, on }: FacilityUse, today: string): Found {
  if (benefit === undefined) return []
  const { yuan, confirmedBy, confirmedOn } = benefit
  const found: Found = fenOf(yuan) === 0 ? [problem('nqi.benefitNothing', '/benefit/yuan', {})] : []
  if (confirmedBy !== undefined && confirmedOn === undefined)
    found.push(problem('nqi.confirmationIncomplete', '/benefit/confirmedOn', { missing: 'confirmedOn' }))
  if (confirmedBy === undefined && confirmedOn !== undefined)
    found.push(problem('nqi.confirmationIncomplete', '/benefit/confirmedBy', { missing: 'confirmedBy' }))
  if (confirmedOn === undefined) return found
  if (confirmedOn > today) found.push(problem('nqi.inFuture', '/benefit/confirmedOn', { on: confirmedOn, today }))
  else if (confirmedOn < on) found.push(problem('nqi.confirmedTooEarly', '/benefit/confirmedOn', { on: confirmedOn, from: on }))
  return found
}

function problemsOf(use: FacilityUse, facts: UseFacts): Found {
  const found = [...placeProblems(use, facts), ...solvedProblems(use, facts.today), ...benefitProblems(use, facts.today)]
  if (!facts.regionKnown) found.push(problem('reference.unknownRegion', '/region', { region: use.region }))
  return [...found, ...facts.enterpriseProblems]
}

/** What belongs to the other type is not kept: a laboratory solves no problems, a counter is not used so many times. */
function ofItsType({ problems, solved, solvedOn, answer, uses, ...use }: DeepPartial<FacilityUse>): DeepPartial<FacilityUse> {
  return use.type === 'labUse' ? { ...use, uses } : { ...use, problems, solved, solvedOn, answer }
}

/** May this service or this use of a laboratory be recorded? */
export function decideFacilityUse(doc: DeepPartial<FacilityUse>, facts: UseFacts): Result<FacilityUse, NqiRuleProblem> {
  const facilityName = facts.facility?.name ?? NOWHERE
  const parsed = parseSealed<FacilityUse>(facilityUseKind, { ...ofItsType(doc), facilityName })
  return parsed.ok ? okUnless(problemsOf(parsed.value, facts), parsed.value) : refuse<NqiRuleProblem>(...sayUnchosen(parsed.problems))
}

/** Never recorded: without a place there is nothing to record. */
const NOWHERE = '/'
