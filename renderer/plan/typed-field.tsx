import type { ReactNode } from 'react'
import { DateControl } from '../kernel/controls/date-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { IntControl } from '../kernel/controls/int-control'
import { TextControl } from '../kernel/controls/text-control'

interface TypedProps<T> {
  /** JSON Pointer by which tests and problems name it. */
  readonly field: string
  readonly label: string
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly span?: 'third' | 'half' | 'wide' | 'full'
  readonly required?: boolean
  readonly unit?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly placeholder?: string
}

export const idOf = (field: string): string => `plan${field.replaceAll('/', '-')}`

function Framed<T>({ field, label, span, required, unit, hint, error, children }: TypedProps<T> & { readonly children: ReactNode }) {
  return (
    <FieldFrame
      id={idOf(field)}
      label={label}
      span={span ?? 'third'}
      required={required ?? false}
      unit={unit}
      error={error}
      hint={error === undefined ? hint : undefined}
    >
      {children}
    </FieldFrame>
  )
}

const controlOf = <T,>({ field, label, value, onChange, error, placeholder }: TypedProps<T>) => ({
  id: idOf(field),
  field,
  label,
  value,
  onChange,
  invalid: error !== undefined,
  placeholder: placeholder ?? '',
})

export const TextField = (props: TypedProps<string>) => (
  <Framed {...props}>
    <TextControl {...controlOf(props)} />
  </Framed>
)

export const IntField = (props: TypedProps<number>) => (
  <Framed {...props}>
    <IntControl {...controlOf(props)} />
  </Framed>
)

export const DateField = ({ placeholder: _placeholder, ...props }: TypedProps<string>) => {
  const { placeholder: _none, ...control } = controlOf(props)
  return (
    <Framed {...props}>
      <DateControl {...control} />
    </Framed>
  )
}
