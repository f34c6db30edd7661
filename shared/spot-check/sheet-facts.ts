import type { DeepPartial } from '../kernel/draft-schema.ts'
import type { ArticleOf } from '../kernel/procedure.ts'
import type { SamplingRule } from '../reference/reference.ts'
import type { SamplingSheet } from './sampling-sheet.ts'
import type { SignatureFacts } from './signature-rules.ts'

export type SheetDraft = DeepPartial<SamplingSheet>

/** A sealed sheet of the same goods. */
export interface EarlierSheet {
  readonly no: string
  readonly day: string
  readonly level: string
  readonly region: string
  readonly authority: string
}

/** What is known here of the task a sheet belongs to. */
export interface TaskFacts {
  readonly no: string
  readonly quota: number
  /** Sealed sheets of the task, without this one. */
  readonly sealed: number
  /** The checks that the task names. */
  readonly targets: readonly string[]
}

/** Everything the rules of a sheet look at that does not stand in the sheet. */
export interface SubmitFacts extends SignatureFacts {
  /** The rule of the product kind, in the edition the sheet names; null when the directory has none, then only the law's own numbers count. */
  readonly rule: SamplingRule | null
  readonly articleOf: ArticleOf
  /** Today's local date on the device. */
  readonly today: string
  /** How many photos there are in each slot. */
  readonly photos: Readonly<Record<string, number>>
  /** Sheets of the same goods as far as they are known here, the newest first. */
  readonly earlier: readonly EarlierSheet[]
  /** null when there is no task, or it is not known here. */
  readonly task: TaskFacts | null
  /** How old what this device knows of others is; null when it knows only its own. */
  readonly asOf: string | null
}
