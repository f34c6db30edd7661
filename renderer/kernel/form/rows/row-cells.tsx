import { useId, useState } from 'react'
import type { Choice } from '../../controls/choice-control'
import { DateControl } from '../../controls/date-control'
import { IntControl } from '../../controls/int-control'

/** One column of a table of rows. */
export interface RowColumn {
  readonly key: string
  /** `suggest` is a text with proposals. */
  readonly kind: 'text' | 'long' | 'int' | 'number' | 'day' | 'choice' | 'suggest'
  /** In pixels; a column without one takes the room that is left. */
  readonly width?: number
  readonly required?: boolean
  readonly choices?: readonly Choice[]
}

export interface CellProps {
  readonly column: RowColumn
  /** The JSON Pointer of the cell. */
  readonly field: string
  readonly label: string
  readonly value: unknown
  readonly invalid: boolean
  readonly onChange: (value: unknown) => void
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text)

/** A cell is typed in place; what kind it is says its column. */
export function RowCell({ column, field, label, value, invalid, onChange }: CellProps) {
  const common = { id: `r${field.replaceAll('/', '-')}`, field, label, invalid }
  switch (column.kind) {
    case 'int':
      return <Int {...common} value={value} onChange={onChange} />
    case 'number':
      return <NumberCell {...common} value={value} onChange={onChange} />
    case 'day':
      return <Day {...common} value={value} onChange={onChange} />
    case 'choice':
      return <ChoiceCell {...common} value={textOf(value)} choices={column.choices ?? []} onChange={onChange} />
    case 'long':
      return (
        <textarea
          {...plain(common)}
          rows={1}
          value={textOf(value)}
          onChange={(event) => onChange(orNothing(event.target.value.replaceAll('\n', ' ')))}
        />
      )
    case 'text':
    case 'suggest':
      return <TextCell {...common} value={textOf(value)} choices={column.choices} onChange={onChange} />
  }
}

interface Named {
  readonly id: string
  readonly field: string
  readonly label: string
  readonly invalid: boolean
}

type Typed<T> = Named & { readonly value: T; readonly onChange: (value: unknown) => void }

const plain = ({ id, field, label, invalid }: Named) => ({
  id,
  className: 'row-cell',
  'aria-label': label,
  'aria-invalid': invalid || undefined,
  'data-field': field,
  autoComplete: 'off',
  spellCheck: false,
})

const Int = ({ value, ...common }: Typed<unknown>) => (
  <span className="row-control">
    <label className="unseen" htmlFor={common.id}>
      {common.label}
    </label>
    <IntControl {...common} value={typeof value === 'number' ? value : undefined} />
  </span>
)

const Day = ({ value, ...common }: Typed<unknown>) => (
  <span className="row-control">
    <label className="unseen" htmlFor={common.id}>
      {common.label}
    </label>
    <DateControl {...common} value={textOf(value)} placeholder="" />
  </span>
)

const DECIMAL = /^\d{1,6}(\.\d{0,2})?$/

/** A number with decimals; what is no number yet stands there as typed and is kept as nothing. */
function NumberCell({ value, onChange, ...common }: Typed<unknown>) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = (text: string): void => {
    const digits = text.normalize('NFKC')
    if (digits !== '' && !DECIMAL.test(digits)) return
    setTyped(digits)
    onChange(digits === '' ? undefined : Number(digits))
  }
  return (
    <input
      {...plain(common)}
      inputMode="decimal"
      value={typed ?? textOf(value)}
      onChange={(event) => take(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  )
}

interface WithChoices {
  readonly choices: readonly Choice[] | undefined
}

function TextCell({ value, choices, onChange, ...common }: Typed<string> & WithChoices) {
  const list = useId()
  return (
    <>
      <input
        {...plain(common)}
        list={choices === undefined ? undefined : list}
        value={value}
        onChange={(event) => onChange(orNothing(event.target.value))}
      />
      {choices !== undefined && (
        <datalist id={list}>
          {choices.map(({ value: proposed, also }) => (
            <option key={proposed} value={proposed}>
              {also}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

/** Each choice begins with its number: its digit is the one key that takes it. */
export function ChoiceCell({ value, choices = [], onChange, ...common }: Typed<string> & WithChoices) {
  return (
    <select {...plain(common)} value={value} onChange={(event) => onChange(orNothing(event.target.value))}>
      <option value="" aria-label={common.label} />
      {choices.map(({ value: code, label }, index) => (
        <option key={code} value={code}>
          {`${String(index + 1)} ${label}`}
        </option>
      ))}
    </select>
  )
}
