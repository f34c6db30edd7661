import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { Problem } from '../kernel/result.ts'

export type TeamProblem =
  | Problem<'team.memberTwice', { readonly name: string }>
  | Problem<'team.dissolvedBeforeFounded', { readonly founded: string; readonly dissolved: string }>
  | Problem<'team.sameName', { readonly name: string; readonly founded: string; readonly id: string }>
  | Problem<'team.personTwice', { readonly name: string; readonly no: string; readonly since: string; readonly id: string }>
  | Problem<'team.officerWithoutEnterprise', Record<string, never>>
  | Problem<'team.appointmentEndsFirst', { readonly from: string; readonly to: string }>
  | Problem<'team.appointedInFuture', { readonly on: string; readonly today: string }>

export type TeamRuleProblem = TeamProblem | FieldProblem | EnterpriseProblem
