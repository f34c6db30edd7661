import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { records } from '../record-store'
import { compact } from './editable'
import type { Draft } from './use-draft'

interface Sending<V extends FieldValues> {
  readonly id: string
  readonly form: UseFormReturn<V>
  readonly draft: Draft
  /** Why a sealed record is corrected; undefined seals the draft. */
  readonly reason: string | undefined
}

/** Seals a draft as it stands in the store, or a correction as it stands in the form. */
export async function sendRecord<V extends FieldValues>({ id, form, draft, reason }: Sending<V>) {
  if (reason !== undefined) return records.call('record.correct', { id, doc: compact(form.getValues()), reason })
  await draft.saver.ensure()
  return records.call('record.submit', { id })
}
