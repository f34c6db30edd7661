import { Input } from 'antd'
import { useState } from 'react'
import { type ControlProps, described } from './control'
import { digitsTyped, wholeNumber } from './whole-number'

/** A whole number, typed as digits. What stands in the box is what is kept: a letter does not appear at all. */
export function IntControl({ id, field, value, onChange, onBlur, invalid, disabled, placeholder }: ControlProps<number>) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed !== null && (composes(typed) || wholeNumber(typed) === value) ? typed : String(value ?? '')
  const take = (text: string): void => {
    setTyped(digitsTyped(text))
    onChange(wholeNumber(digitsTyped(text)))
  }
  return (
    <Input
      id={id}
      data-field={field}
      className="number"
      inputMode="numeric"
      autoComplete="off"
      value={shown}
      disabled={disabled ?? false}
      placeholder={placeholder ?? ''}
      status={invalid === true ? 'error' : ''}
      onChange={(event) => {
        if ((event.nativeEvent as InputEvent).isComposing) setTyped(event.target.value)
        else take(event.target.value)
      }}
      onCompositionEnd={(event) => take(event.currentTarget.value)}
      onBlur={() => {
        setTyped(null)
        onBlur?.()
      }}
      {...described(id, invalid)}
    />
  )
}

/** While a word is being composed (IME) the box holds letters that are not digits yet. */
const composes = (typed: string): boolean => /\D/.test(typed)
