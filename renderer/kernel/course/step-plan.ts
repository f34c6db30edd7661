import type { ComponentType } from 'react'
import type { Bilingual } from '#shared/kernel/bilingual'
import type { StoredDoc } from '../form/editable'
import type { FormField } from '../form/field-spec'
import type { FieldKindOf } from '../form/form-frame'

/** How the steps of one procedure are filled in; a feature writes one and hands it to `CourseSteps`. */
export interface StepPlan {
  /** The kind of record that a step is: `checkStep`, `caseStep`. */
  readonly kind: string
  /** Where the words of its fields stand: `<words>.field.<key>`, `<words>.choice.<choices>.<code>`. */
  readonly words: string
  /** The fields of a step in their order; `on` and `note` among them. */
  readonly fieldsOf: (step: string) => readonly FormField[]
  /** Which of them are asked for, as things stand. */
  readonly isShown?: (field: FormField, doc: StoredDoc) => boolean
  /** Fields of kinds that the kernel does not know. */
  readonly kinds?: Readonly<Record<string, FieldKindOf>>
  /** Something said under the fields from what is typed (a verdict's sentence); a component that reads the form. */
  readonly Foot?: ComponentType<{ readonly step: string }>
  /** What a taken step holds besides plain fields (a table); read where it is listed. */
  readonly Facts?: ComponentType<{ readonly step: string; readonly doc: StoredDoc }>
  /** Steps whose form needs more room (a table). */
  readonly isWide?: (step: string) => boolean
}

/** A step that is being filled in: new, found unfinished, or under correction. */
export interface StepWork {
  readonly id: string
  readonly step: string
  readonly name: Bilingual
  readonly article?: Bilingual
  readonly doc: StoredDoc
  /** When its draft was saved last; null while there is none. */
  readonly savedAt: string | null
  /** Why a sealed step is corrected; left out for a draft. */
  readonly reason?: string
}

/** The photos of a record belong to the feature `attachment`; `app/` hands them in. */
export type StepPhotos = ComponentType<{
  readonly record: string
  readonly kind: string
  readonly editable: boolean
  /** The places offered; left out, the shot list of a sampling. */
  readonly slots?: readonly string[]
  /** Makes the draft when there is none yet; false when that was refused. */
  readonly ensure: () => Promise<boolean>
}>

/** The one place of a step: whatever proves it. */
export const PROOF: readonly string[] = ['proof']
