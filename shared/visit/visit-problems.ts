import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import type { Bilingual } from '../kernel/bilingual.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { Problem } from '../kernel/result.ts'

interface Lawful {
  readonly article: Bilingual
}
interface Term {
  readonly from: string
  /** '' while it is open. */
  readonly until: string
}
export type ControlName = 'daily' | 'weekly' | 'monthly'
export type TraineeGroup = 'manager' | 'worker'

/** What stands against sealing a visit. */
export type VisitProblem =
  | FieldProblem
  | EnterpriseProblem
  | Problem<'visit.inFuture', { readonly on: string; readonly today: string }>
  | Problem<'visit.leftBeforeArrived', { readonly arrivedAt: string; readonly leftAt: string }>
  | Problem<'visit.controlAfterVisit', { readonly control: ControlName; readonly lastOn: string; readonly on: string }>
  | Problem<'visit.scoreOutOfRange', { readonly score: number; readonly minimum: number; readonly maximum: number }>
  | Problem<'visit.dimensionTwice', { readonly dimension: string }>
  | Problem<'visit.helperMissing', Record<string, never>>
  | Problem<'visit.helperTwice', { readonly name: string }>
  | Problem<'visit.traineeTwice', { readonly name: string; readonly topic: string }>
  | Problem<
      'visit.traineesDontFit',
      { readonly group: TraineeGroup; readonly named: number; readonly counted: number; readonly topic: string }
    >
  | Problem<'visit.trainingOfNobody', { readonly topic: string }>
  | Problem<'visit.problemTwice', { readonly description: string }>
  | Problem<'visit.prescriptionWithoutProblem', { readonly measure: string }>
  | Problem<'visit.dueBeforeVisit', { readonly due: string; readonly on: string }>
  | Problem<'visit.teamMissing', Record<string, never>>
  | Problem<'visit.noSuchTeam', Record<string, never>>
  | Problem<'visit.teamNotActive', Term & { readonly name: string; readonly on: string }>
  | Problem<'visit.noSuchAgreement', Record<string, never>>
  | Problem<'visit.agreementOfAnother', { readonly no: string; readonly name: string }>
  | Problem<'visit.agreementNotInForce', Term & { readonly no: string; readonly on: string }>

/** What stands against a step of a problem, beyond what every procedure says. */
export type ProblemStepProblem =
  | Problem<'visit.noSuchProblem', { readonly id: string }>
  | Problem<'visit.staysAsItIs', { readonly field: 'problem' | 'step' }>
  | Problem<'visit.noSuchFacility', Record<string, never>>
  | Problem<'visit.nextNotAfter', { readonly on: string; readonly nextOn: string }>
  | Problem<'visit.solvedWithoutEvidence', Lawful>
  | Problem<'visit.declinedWithoutReason', Lawful>
  | Problem<'visit.effectIncomplete', Record<string, never>>
  | Problem<'visit.benefitWithoutAmount', Lawful>
  | Problem<'visit.confirmationIncomplete', Record<string, never>>
  | Problem<'visit.confirmedOutOfTime', { readonly on: string } & Term>
