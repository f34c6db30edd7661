import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import { okUnless, problem, type Result, refuse } from '../kernel/result.ts'
import { type Facility, facilityKind } from './facility.ts'
import type { NqiRuleProblem } from './nqi-problems.ts'

export interface FacilityFacts {
  /** Is what it names as its platform one. */
  readonly platformKnown: boolean
  /** Another of its kind in the district that bears this name. */
  readonly sameName: { readonly id: string; readonly name: string; readonly opened: string } | null
  /** Uses recorded after the day on which it is said to have closed. */
  readonly usesAfter: { readonly on: string; readonly count: number } | null
  readonly enterpriseProblems: readonly EnterpriseProblem[]
  readonly regionKnown: boolean
}

/** 平台 → 站点: every station belongs to a platform. */
function platformProblems({ type, platformId }: Facility, { platformKnown }: FacilityFacts): NqiRuleProblem[] {
  if (type !== 'station') return []
  if (platformId === undefined) return [problem('nqi.stationWithoutPlatform', '/platformId', {})]
  return platformKnown ? [] : [problem('nqi.noSuchPlatform', '/platformId', {})]
}

function closingProblems({ openedOn: opened, closedOn: closed }: Facility, { usesAfter }: FacilityFacts): NqiRuleProblem[] {
  if (closed === undefined) return []
  if (closed < opened) return [problem('nqi.closedBeforeOpened', '/closedOn', { opened, closed })]
  return usesAfter === null ? [] : [problem('nqi.usesAfterClosing', '/closedOn', { closed, ...usesAfter })]
}

function problemsOf(facility: Facility, facts: FacilityFacts): NqiRuleProblem[] {
  const problems = [...platformProblems(facility, facts), ...closingProblems(facility, facts), ...facts.enterpriseProblems]
  if (facts.sameName !== null) problems.push(problem('nqi.sameFacility', '/name', facts.sameName))
  if (!facts.regionKnown) problems.push(problem('reference.unknownRegion', '/region', { region: facility.region }))
  return problems
}

/** What belongs to another type is not kept: a platform has no platform, only a shared laboratory has an enterprise and items. */
function ofItsType({ platformId, enterpriseId, items, ...facility }: DeepPartial<Facility>): DeepPartial<Facility> {
  if (facility.type === 'station') return { ...facility, platformId }
  return facility.type === 'sharedLab' ? { ...facility, enterpriseId, items } : facility
}

/** May this place be recorded? It is counted from the day it opened to the day it closed. */
export function decideFacility(doc: DeepPartial<Facility>, facts: FacilityFacts): Result<Facility, NqiRuleProblem> {
  const parsed = parseSealed<Facility>(facilityKind, { ...ofItsType(doc), elements: [...new Set(doc.elements)] })
  return parsed.ok ? okUnless(problemsOf(parsed.value, facts), parsed.value) : refuse(...parsed.problems)
}
