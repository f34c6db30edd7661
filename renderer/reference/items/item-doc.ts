import type { TestItem } from '#shared/reference/test-item'
import type { Editable } from '../../kernel/form/editable'

/** A test item as it is being written. */
export type ItemForm = Editable<TestItem>

export const itemColumns = ['name', 'requirement', 'low', 'high', 'unit', 'weight', 'claim', 'method', 'result', 'resultUnit'] as const
export type ItemColumn = (typeof itemColumns)[number]

/** What is written down before the sample is taken. */
export const SHEET_COLUMNS: readonly ItemColumn[] = ['name', 'requirement', 'low', 'high', 'unit', 'weight', 'claim', 'method']
/** What a report adds: the result, in a unit of its own where it is another one. */
export const REPORT_COLUMNS: readonly ItemColumn[] = [
  'name',
  'requirement',
  'low',
  'high',
  'unit',
  'weight',
  'claim',
  'result',
  'resultUnit',
]

/** 明示 as one text: `0.5`, `4.0~7.5`, or the words. */
export function claimText({ requirement, claimLow = '', claimHigh = '', claimExpected = '' }: ItemForm): string {
  if (requirement === 'qualitative') return claimExpected
  return claimLow !== '' && claimHigh !== '' ? `${claimLow}~${claimHigh}` : `${claimLow}${claimHigh}`
}

/** The text back into its fields, by what the requirement asks for. */
export function withClaim({ requirement }: ItemForm, typed: string): ItemForm {
  const nothing = { claimLow: undefined, claimHigh: undefined, claimExpected: undefined }
  const text = typed.trim()
  if (text === '') return nothing
  if (requirement === 'qualitative') return { ...nothing, claimExpected: text }
  const [low = '', high = ''] = text.split(/\s*[~～–]\s*/)
  if (high !== '') return { ...nothing, claimLow: low === '' ? undefined : low, claimHigh: high }
  return requirement === 'atLeast' ? { ...nothing, claimLow: low } : { ...nothing, claimHigh: low }
}
