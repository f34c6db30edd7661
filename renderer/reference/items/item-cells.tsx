import { useState } from 'react'
import type { ItemColumn } from './item-doc'

export interface CellProps {
  readonly label: string
  readonly value: string
  readonly row: number
  readonly column: string
  readonly invalid: boolean
  readonly title: string | undefined
  readonly onChange: (value: string) => void
}

interface TextCellProps extends CellProps {
  readonly number?: boolean
  readonly shut?: boolean
  /** The column it stands in when that is not its field. */
  readonly cell?: ItemColumn
}

export function Cell({ label, value, row, column, invalid, title, onChange, number = false, shut = false, cell }: TextCellProps) {
  return (
    <input
      className={number ? 'cell number' : 'cell'}
      aria-label={label}
      aria-invalid={invalid || undefined}
      title={title}
      data-field={`/items/${String(row)}/${column}`}
      data-cell={`${String(row)}-${cell ?? column}`}
      value={value}
      // A limit that the requirement does not ask for is passed over, but what stands in it is never hidden.
      tabIndex={shut && value === '' ? -1 : 0}
      data-shut={shut || undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A text that is kept in other fields: shown as typed until the cell is left. */
export function ParsedCell({ value, onChange, ...common }: CellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const take = (text: string): void => {
    setTyped(text)
    onChange(text)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the cell inside was left
    <span onBlur={() => setTyped(null)}>
      <Cell {...common} value={typed ?? value} onChange={take} />
    </span>
  )
}

export function ChoiceCell({
  label,
  value,
  row,
  column,
  invalid,
  onChange,
  choices,
}: CellProps & { readonly choices: readonly { code: string; label: string }[] }) {
  return (
    <select
      className="cell"
      aria-label={label}
      aria-invalid={invalid || undefined}
      data-field={`/items/${String(row)}/${column}`}
      data-cell={`${String(row)}-${column}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" aria-label={label} />
      {choices.map(({ code, label: words }) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </select>
  )
}
