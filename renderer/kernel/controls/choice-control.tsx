import { Select } from 'antd'
import { type ControlProps, described } from './control'

export interface Choice {
  readonly value: string
  readonly label: string
  /** Further text a person might type to find it. */
  readonly also?: string
}

interface ChoiceProps extends ControlProps<string> {
  readonly choices: readonly Choice[]
  readonly clearable?: boolean
}

/** One of a list; typing narrows it down. */
export function ChoiceControl(props: ChoiceProps) {
  const { id, field, label, value, onChange, onBlur, invalid, disabled, placeholder, choices, clearable = true } = props
  return (
    <Select<string>
      id={id}
      data-field={field}
      aria-label={label}
      value={value === undefined || value === '' ? null : value}
      disabled={disabled ?? false}
      placeholder={placeholder ?? ''}
      status={invalid === true ? 'error' : ''}
      allowClear={clearable}
      showSearch={{
        filterOption: (typed, option) => found(choices, option?.value, typed),
      }}
      options={choices.map((choice) => ({ ...choice }))}
      onChange={(chosen: string | undefined | null) => onChange(chosen ?? undefined)}
      onBlur={() => onBlur?.()}
      {...described(id, invalid)}
    />
  )
}

const found = (choices: readonly Choice[], value: unknown, typed: string): boolean =>
  choices.some((choice) => choice.value === value && `${choice.label} ${choice.also ?? ''}`.toLowerCase().includes(typed.toLowerCase()))
