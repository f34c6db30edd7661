import { useWords } from '../i18n'
import { usePlaceName } from '../places'
import { toPointer } from '../pointer'
import { valueAt } from './editable'
import type { FormField } from './field-spec'
import { useFieldWords } from './form-frame'

/** A field's value in words, with its unit; '' when it was left empty or is no plain value (a table, photos). */
export function useFieldText(words: string): (field: FormField, doc: unknown) => string {
  const t = useWords()
  const said = useFieldWords(words)
  const placeName = usePlaceName()
  const unitOf = ({ unit, unitFrom }: FormField, doc: unknown): string => {
    const typed = unitFrom === undefined ? undefined : valueAt(doc, toPointer(unitFrom))
    if (typeof typed === 'string') return typed
    return unit === undefined ? '' : said.unit(unit)
  }
  return (field, doc) => {
    const value = valueAt(doc, toPointer(field.saidBy ?? field.key))
    if (typeof value === 'boolean') return t(value ? 'kernel.form.yes' : 'kernel.form.no')
    if (Array.isArray(value)) return value.filter((one) => typeof one === 'string' || typeof one === 'number').join(' / ')
    if (typeof value === 'number') return `${String(value)} ${unitOf(field, doc)}`.trim()
    if (typeof value !== 'string' || value === '') return ''
    if (field.kind === 'district') return placeName(value)
    if (field.options.includes(value)) return said.choice(field, value)
    return `${value} ${unitOf(field, doc)}`.trim()
  }
}
