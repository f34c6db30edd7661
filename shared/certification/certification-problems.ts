import type { Bilingual } from '../kernel/bilingual.ts'
import type { Problem } from '../kernel/result.ts'

interface StageGate {
  readonly stage: Bilingual
  readonly gate: Bilingual
}

/** What stands against a step, from the table of stages alone. */
export type GateProblem =
  | Problem<'certification.notOpened', { readonly step: Bilingual; readonly article: Bilingual }>
  | Problem<'certification.gateSkipped', { readonly step: Bilingual; readonly gates: readonly StageGate[]; readonly article: Bilingual }>
  | Problem<'certification.gatePassed', { readonly step: Bilingual; readonly stage: Bilingual }>
  | Problem<'certification.gateClosed', StageGate & { readonly missing: Bilingual }>
  | Problem<'certification.resting', { readonly step: Bilingual; readonly since: string }>

/** What the door asks besides: calendars, other records, the directory. */
export type CertificationProblem =
  | GateProblem
  | Problem<'certification.noSuchCase', { readonly id: string }>
  | Problem<'certification.staysAsItIs', { readonly field: string }>
  | Problem<'certification.helperTwice', { readonly name: string }>
  | Problem<'certification.openedInFuture', { readonly on: string; readonly today: string }>
  | Problem<
      'certification.trialTooShort',
      { readonly from: string; readonly until: string; readonly on: string; readonly article: Bilingual }
    >
  | Problem<'certification.dayInFuture', { readonly on: string; readonly today: string }>
  | Problem<'certification.daysInDisorder', { readonly first: string; readonly second: string }>
  | Problem<'certification.moreOpenThanFound', { readonly open: number; readonly found: number }>
  | Problem<'certification.auditorTwice', { readonly name: string }>
  | Problem<'certification.expiresBeforeIssue', { readonly issuedOn: string; readonly expiresOn: string }>
  | Problem<'certification.certificateTwice', { readonly number: string; readonly body: string; readonly id: string }>
  | Problem<'certification.otherEnterprise', { readonly enterprise: string; readonly ofCase: string }>

/** What is odd about a number; never a reason to refuse one. */
export type NumberWarning =
  | Problem<'certification.numberOfOtherKind', { readonly form: NumberFormName; readonly kind: string }>
  | Problem<'certification.numberNotOfForm', { readonly form: NumberFormName }>
  | Problem<'certification.numberCheckDigit', { readonly have: string; readonly expected: string }>
  | Problem<'certification.numberYear', { readonly year: number; readonly earliest: number; readonly latest: number }>
  | Problem<'certification.numberYearAfterIssue', { readonly year: number; readonly issuedOn: string }>
  | Problem<'certification.numberLookalike', { readonly suggestion: string }>

export type NumberFormName = 'system' | 'ccc' | 'foodLicence' | 'productionLicence'
