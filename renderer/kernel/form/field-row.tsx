import { memo, type ReactNode } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { FieldFrame } from '../controls/field-frame'
import { toPointer } from '../pointer'
import { FieldControl } from './field-control'
import type { FormField } from './field-spec'
import { useFieldWords, useFormFrame } from './form-frame'

interface RowProps {
  readonly field: FormField
  /** What is wrong with it, in words. */
  readonly error: string | undefined
  readonly hint?: ReactNode
}

/** One field of a form: label, control, unit and the words below. Drawn again only when its own value or words change. */
export const FieldRow = memo(function FieldRow({ field, error, hint }: RowProps) {
  const { words, kinds } = useFormFrame()
  const { label } = useFieldWords(words)
  const { field: bound } = useController({ name: field.key })
  const unit = useUnit(field, words)
  const id = `f-${field.key.replaceAll('.', '-')}`
  const Hint = kinds?.[field.kind]?.Hint
  return (
    <FieldFrame
      id={id}
      label={label(field)}
      span={field.span}
      required={field.required}
      unit={unit}
      error={Hint === undefined ? error : undefined}
      hint={Hint === undefined ? hint : <Hint of={field} error={error} />}
    >
      <FieldControl
        of={field}
        id={id}
        field={toPointer(field.key)}
        label={label(field)}
        invalid={error !== undefined}
        disabled={field.locked ?? false}
        value={bound.value}
        onChange={bound.onChange}
        onBlur={bound.onBlur}
      />
    </FieldFrame>
  )
})

function useUnit({ unit, unitFrom }: FormField, words: string): string | undefined {
  const said = useFieldWords(words)
  const typed: unknown = useWatch({ name: unitFrom ?? '', disabled: unitFrom === undefined })
  if (unitFrom !== undefined) return typeof typed === 'string' ? typed : undefined
  return unit === undefined ? undefined : said.unit(unit)
}
