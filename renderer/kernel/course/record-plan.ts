import type { StoredDoc } from '../form/editable'
import type { FormField } from '../form/field-spec'
import type { FieldKindOf } from '../form/form-frame'

/** How a small record (an adviser, an agreement, a certificate, a step) is filled in; a feature writes one and hands it to `RecordDrawer`. */
export interface RecordPlan {
  /** The kind of record: `adviser`, `certificate`. */
  readonly kind: string
  /** Where the words of its fields stand: `<words>.field.<key>`, `<words>.choice.<choices>.<code>`. */
  readonly words: string
  /** In the order of Tab; always the same array, since a form is drawn again when its fields are others. */
  readonly fields: readonly FormField[]
  /** Which of them are asked for, as things stand. */
  readonly isShown?: (field: FormField, doc: StoredDoc) => boolean
  /** Fields of kinds that the kernel does not know. */
  readonly kinds?: Readonly<Record<string, FieldKindOf>>
  /** A form that needs more room (a table). */
  readonly wide?: boolean
}

/** A small record that is being filled in: new, found unfinished, or under correction. */
export interface RecordWork {
  readonly id: string
  /** What it is, in words: the title of the drawer, and the name in the sentence that it is recorded. */
  readonly title: string
  readonly doc: StoredDoc
  /** When its draft was saved last; null while there is none. */
  readonly savedAt: string | null
  /** Why a sealed record is corrected; left out for a draft. */
  readonly reason?: string
}

/** Which of a plan's fields are asked for now. */
export const shownFields = ({ fields, isShown }: RecordPlan, doc: StoredDoc): readonly FormField[] =>
  fields.filter((field) => isShown?.(field, doc) !== false)
