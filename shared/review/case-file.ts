import type { Bilingual } from '../kernel/bilingual.ts'
import type { Loose } from '../kernel/kind.ts'
import type { Problem } from '../kernel/result.ts'

/** A photo or a scan of a record of the file. */
export interface FileOfRecord {
  readonly slot: string
  readonly name: string
  readonly sha256: string
  /** Another record that holds the same bytes; null when there is none. */
  readonly elsewhere: { readonly id: string; readonly title: string } | null
}

/** One sealed record of a case file, as a reviewer sees it. */
export interface RecordOfFile {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly doc: Loose
  readonly files: readonly FileOfRecord[]
  /** What a signature must have been put under; null for records that nobody signs. */
  readonly contentHash: string | null
  /** Reasons of its corrections, oldest first. */
  readonly corrections: readonly string[]
  /** The step of a procedure that it takes, when it does not count: what it is, and why not. */
  readonly aside: { readonly step: Bilingual; readonly problems: readonly Problem[] } | null
  /** What rules and calendar have against a step that counts. */
  readonly untimely: readonly Problem[]
}

/** A record of the file that was made void. */
export interface VoidOfFile {
  readonly id: string
  readonly title: string
  readonly reason: string
}

/** 案卷: everything that is filed about one check: task, sheet or site report, steps, case. */
export interface CaseFile {
  readonly records: readonly RecordOfFile[]
  readonly voided: readonly VoidOfFile[]
}

export type Weight = 'serious' | 'remark'

export type ReviewProblem =
  | Problem<'review.signatureMissing', { readonly role: string; readonly name: string }>
  | Problem<'review.signatureOutdated', { readonly role: string; readonly name: string }>
  | Problem<'review.nameSpeltDifferently', { readonly name: string; readonly other: string; readonly title: string }>
  | Problem<'review.otherName', { readonly name: string; readonly other: string; readonly title: string }>
  | Problem<'review.codeOfAnother', { readonly uscc: string; readonly name: string; readonly other: string }>
  | Problem<'review.samplerSpeltDifferently', { readonly name: string; readonly other: string; readonly title: string }>
  | Problem<'review.photoMissing', { readonly slot: string }>
  | Problem<'review.sealPhotoMissing', { readonly slot: string }>
  | Problem<'review.photoFromElsewhere', { readonly name: string; readonly title: string }>
  | Problem<'review.noProofOfService', { readonly name: string }>
  | Problem<'review.datesOutOfOrder', { readonly first: Bilingual; readonly day: string; readonly next: Bilingual; readonly on: string }>
  | Problem<'review.stepOutOfPlace', { readonly step: Bilingual }>
  | Problem<'review.stepUntimely', { readonly due: string; readonly on: string }>
  | Problem<'review.fieldBlank', { readonly field: Bilingual }>
  | Problem<'review.codeMissing', { readonly name: string }>
  | Problem<'review.voidUnexplained', { readonly title: string; readonly reason: string }>
  | Problem<'review.correctionUnexplained', { readonly reason: string }>
  | Problem<'review.secondCase', { readonly no: string }>

/** One deduction, at a record and a field of it. */
export interface Deduction {
  readonly record: string
  readonly recordTitle: string
  readonly weight: Weight
  readonly problem: ReviewProblem
}

export type Inspection = (file: CaseFile) => readonly Deduction[]

export const deduct = ({ id, title }: Pick<RecordOfFile, 'id' | 'title'>, weight: Weight, problem: ReviewProblem): Deduction => ({
  record: id,
  recordTitle: title,
  weight,
  problem,
})

/** An inspection that looks at one record after another. */
export const eachRecord =
  (inspect: (record: RecordOfFile) => readonly Deduction[]): Inspection =>
  ({ records }) =>
    records.flatMap(inspect)

/** The members of a list in a document of unknown completeness. */
export const listIn = (doc: Loose, name: string): readonly Loose[] => (Array.isArray(doc[name]) ? (doc[name] as Loose[]) : [])

/** The value at a JSON Pointer, '' when it is no text. */
export function textAtPointer(doc: Loose, pointer: string): string {
  let at: unknown = doc
  for (const step of pointer.split('/').slice(1)) at = at !== null && typeof at === 'object' ? (at as Loose)[step] : undefined
  return typeof at === 'string' ? at.trim() : typeof at === 'number' || typeof at === 'boolean' ? String(at) : ''
}
