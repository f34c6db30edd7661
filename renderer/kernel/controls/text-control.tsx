import { Input } from 'antd'
import { type ControlProps, described } from './control'

export function TextControl({ id, field, value, onChange, onBlur, invalid, disabled, placeholder }: ControlProps<string>) {
  return (
    <Input
      id={id}
      data-field={field}
      value={value ?? ''}
      disabled={disabled ?? false}
      placeholder={placeholder ?? ''}
      autoComplete="off"
      spellCheck={false}
      status={invalid === true ? 'error' : ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onBlur?.()}
      {...described(id, invalid)}
    />
  )
}
