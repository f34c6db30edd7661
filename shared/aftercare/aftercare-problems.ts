import type { Bilingual } from '../kernel/bilingual.ts'
import type { Problem } from '../kernel/result.ts'

interface Lawful {
  readonly article: Bilingual
}

export type AftercareProblem =
  | Problem<'aftercare.noSuchCase', { readonly id: string }>
  | Problem<'aftercare.checkNotFailed', Lawful & { readonly state: Bilingual }>
  | Problem<'aftercare.alreadyOpen', { readonly no: string; readonly id: string }>
  | Problem<'aftercare.openedBeforeVerdict', { readonly on: string; readonly day: string }>
  | Problem<'aftercare.staysAsItIs', { readonly field: string }>
  | Problem<'aftercare.notNoticed', Lawful & { readonly recipient: Bilingual }>
  | Problem<'aftercare.noticedAlready', { readonly recipient: Bilingual; readonly on: string }>
  | Problem<'aftercare.noSuchRecipient', { readonly recipient: Bilingual }>
  | Problem<'aftercare.settledAlready', { readonly recipient: Bilingual; readonly on: string }>
  | Problem<'aftercare.objectionPending', Lawful>
  | Problem<'aftercare.noBackup', Lawful>
  | Problem<'aftercare.sameLab', Lawful & { readonly lab: string }>
  | Problem<'aftercare.itemFails', Lawful & { readonly name: string; readonly result: string }>
  | Problem<'aftercare.noItemFails', Lawful>
  | Problem<'aftercare.otherWeight', Lawful & { readonly verdict: string }>
  | Problem<'aftercare.itemUndecided', { readonly name: string }>
  | Problem<'aftercare.closingIncomplete', Lawful & { readonly steps: Bilingual }>
  | Problem<'aftercare.observationRuns', { readonly until: string }>
  | Problem<'aftercare.observationEnded', { readonly on: string; readonly until: string }>
  | Problem<'aftercare.tooLate', Lawful & { readonly due: string; readonly on: string }>
  | Problem<'aftercare.windowOpen', Lawful & { readonly due: string; readonly on: string }>
  | Problem<'aftercare.windowNotOpen', Lawful & { readonly first: string; readonly last: string; readonly on: string }>
