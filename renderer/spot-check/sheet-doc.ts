import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import type { Signature } from '#shared/spot-check/signature'
import type { Editable, StoredDoc } from '../kernel/form/editable'

export type SheetForm = Editable<SamplingSheet>
export type SignatureForm = Editable<Signature>

/** The store has parsed the document with the draft schema before it answers with it. */
export const formOf = (doc: StoredDoc): SheetForm => structuredClone<SheetForm>(doc)
