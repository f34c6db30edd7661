import { Select } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
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
  const typed = useRef('')
  const takeTyped = (event: KeyboardEvent): void => {
    const first = quickChoice(event, choices, typed.current)
    if (event.key === 'Enter' || event.key.startsWith('Arrow')) typed.current = ''
    if (first !== undefined && first !== value) onChange(first)
  }
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
        filterOption: (words, option) => choices.some((choice) => choice.value === option?.value && fits(choice, words)),
        onSearch: (words) => {
          typed.current = words
        },
      }}
      onKeyDown={takeTyped}
      onOpenChange={(open) => {
        if (!open) typed.current = ''
      }}
      options={choices.map((choice) => ({ ...choice }))}
      onChange={(chosen: string | undefined | null) => onChange(chosen ?? undefined)}
      onBlur={() => onBlur?.()}
      {...described(id, invalid)}
    />
  )
}

const fits = ({ label, also }: Choice, words: string): boolean => `${label} ${also ?? ''}`.toLowerCase().includes(words.toLowerCase())

/** Enter takes the first choice that fits what was typed: the list marks it a moment later, and a quick typist or a scanner is there before. */
const quickChoice = (event: KeyboardEvent, choices: readonly Choice[], words: string): string | undefined =>
  event.key === 'Enter' && !event.nativeEvent.isComposing && words !== '' ? choices.find((choice) => fits(choice, words))?.value : undefined
