import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { toPointer } from '../kernel/pointer'
import { type ItemForm, type SheetForm, valueAt } from './sheet-doc'
import type { SheetField } from './sheet-fields'

/** A field's value in words, with its unit; '' when it was left empty. */
export function useFactText(doc: SheetForm): (field: SheetField) => string {
  const t = useWords()
  const placeName = usePlaceName()
  const unitOf = ({ unit }: SheetField): string => {
    if (unit === undefined) return ''
    return unit === 'sampling' ? (doc.sampling?.unit ?? '') : t(`spotCheck.unit.${unit}`)
  }
  return (field) => {
    const value = valueAt(doc, toPointer(field.key))
    if (typeof value === 'boolean') return t(value ? 'spotCheck.form.yes' : 'spotCheck.form.no')
    if (typeof value === 'number') return `${String(value)} ${unitOf(field)}`.trim()
    if (typeof value !== 'string' || value === '') return ''
    if (field.kind === 'district') return placeName(value)
    if (field.choices !== undefined) return t(`spotCheck.choice.${field.choices}.${value}` as 'spotCheck.choice.size.large')
    return `${value} ${unitOf(field)}`.trim()
  }
}

/** A limit as a report writes it: `≤ 3.5 %`, `4.0–7.5`, or what must be found. */
export function useLimitText(): (item: ItemForm) => string {
  const t = useWords()
  return ({ requirement, low = '', high = '', expected = '', unit = '' }) => {
    const limits: Readonly<Record<string, string>> = {
      atMost: `${t('spotCheck.requirement.atMost')} ${high}`,
      atLeast: `${t('spotCheck.requirement.atLeast')} ${low}`,
      between: `${low}–${high}`,
      equals: high,
      qualitative: expected,
    }
    return `${limits[requirement ?? ''] ?? ''} ${unit}`.trim()
  }
}
