import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { Problem } from '../kernel/result.ts'

export type NqiProblem =
  | Problem<'nqi.stationWithoutPlatform', Record<string, never>>
  | Problem<'nqi.noSuchPlatform', Record<string, never>>
  | Problem<'nqi.closedBeforeOpened', { readonly opened: string; readonly closed: string }>
  | Problem<'nqi.sameFacility', { readonly name: string; readonly opened: string; readonly id: string }>
  | Problem<'nqi.usesAfterClosing', { readonly closed: string; readonly on: string; readonly count: number }>
  | Problem<'nqi.noSuchFacility', Record<string, never>>
  | Problem<'nqi.wrongPlace', { readonly name: string; readonly type: string }>
  | Problem<'nqi.notOpen', { readonly name: string; readonly on: string; readonly opened: string; readonly closed: string }>
  | Problem<'nqi.inFuture', { readonly on: string; readonly today: string }>
  | Problem<'nqi.solvedTooMany', { readonly problems: number; readonly solved: number }>
  | Problem<'nqi.solvedWithoutAnswer', Record<string, never>>
  | Problem<'nqi.solvedWithoutDay', Record<string, never>>
  | Problem<'nqi.solvedBeforeAsked', { readonly on: string; readonly solvedOn: string }>
  | Problem<'nqi.nothingSolved', Record<string, never>>
  | Problem<'nqi.benefitNothing', Record<string, never>>
  | Problem<'nqi.confirmationIncomplete', { readonly missing: 'confirmedBy' | 'confirmedOn' }>
  | Problem<'nqi.confirmedTooEarly', { readonly on: string; readonly from: string }>

export type NqiRuleProblem = NqiProblem | FieldProblem | EnterpriseProblem
