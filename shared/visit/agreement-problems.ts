import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { Problem } from '../kernel/result.ts'

export type AgreementProblem =
  | Problem<'agreement.noDoctor', Record<string, never>>
  | Problem<'agreement.doctorTwice', { readonly name: string }>
  | Problem<'agreement.unknownDoctor', { readonly name: string }>
  | Problem<'agreement.endsFirst', { readonly from: string; readonly to: string }>
  | Problem<'agreement.signedLater', { readonly signed: string; readonly from: string }>
  | Problem<'agreement.signedInFuture', { readonly on: string; readonly today: string }>
  | Problem<'agreement.endOutsideTerm', { readonly on: string; readonly from: string; readonly to: string }>
  | Problem<'agreement.endWithoutReason', Record<string, never>>
  | Problem<'agreement.reasonWithoutEnd', Record<string, never>>
  | Problem<'agreement.numberTaken', { readonly no: string; readonly enterprise: string; readonly id: string }>
  | Problem<
      'agreement.alreadyInForce',
      { readonly no: string; readonly id: string; readonly doctor: string; readonly from: string; readonly to: string }
    >

export type AgreementRuleProblem = AgreementProblem | FieldProblem | EnterpriseProblem
