import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { ChoiceControl } from '../controls/choice-control'
import type { ControlProps } from '../controls/control'
import { DateControl } from '../controls/date-control'
import { DistrictControl } from '../controls/district-control'
import { IntControl } from '../controls/int-control'
import { LinesControl } from '../controls/lines-control'
import { TextControl } from '../controls/text-control'
import { useWords } from '../i18n'
import { type FieldControlProps, useFieldWords, useFormFrame } from './form-frame'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

type Common = Omit<FieldControlProps, 'of' | 'value'>

/** The kernel's own kinds; what is not named here is typed as it is. */
const CONTROLS: Readonly<Record<string, (common: Common, value: unknown) => ReactNode>> = {
  int: (common, value) => <IntControl {...common} value={typeof value === 'number' ? value : undefined} />,
  yesNo: (common, value) => <YesNoControl {...common} value={typeof value === 'boolean' ? value : undefined} />,
  confirm: (common, value) => <ConfirmControl {...common} value={value === true ? true : undefined} />,
  lines: (common, value) => <LinesControl {...common} value={Array.isArray(value) ? value.map(String) : []} />,
  date: (common, value) => <DateControl {...common} value={textOf(value)} />,
  district: (common, value) => <DistrictControl {...common} value={textOf(value)} />,
  long: (common, value) => <LongControl {...common} value={textOf(value)} />,
}

/** The control of a field by its kind; a form may bring kinds of its own. */
export function FieldControl(props: FieldControlProps) {
  const { kinds } = useFormFrame()
  const { of, value, ...common } = props
  const Own = kinds?.[of.kind]?.Control
  if (Own !== undefined) return <Own {...props} />
  if (of.kind === 'choice') return <ChoiceField {...props} />
  return CONTROLS[of.kind]?.(common, value) ?? <TextControl {...common} value={textOf(value)} />
}

function ChoiceField({ of, value, ...common }: FieldControlProps) {
  const { words } = useFormFrame()
  const { choice } = useFieldWords(words)
  return (
    <ChoiceControl
      {...common}
      value={textOf(value)}
      clearable={!of.required}
      choices={of.options.map((code) => ({ value: code, label: choice(of, code) }))}
    />
  )
}

function LongControl({ id, field, value, onChange, onBlur, invalid, disabled }: ControlProps<string>) {
  return (
    <Input.TextArea
      id={id}
      data-field={field}
      autoSize={{ minRows: 2, maxRows: 8 }}
      value={value ?? ''}
      disabled={disabled ?? false}
      status={invalid === true ? 'error' : ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onBlur?.()}
      aria-describedby={`${id}-help`}
    />
  )
}

function YesNoControl({ value, onChange, ...common }: ControlProps<boolean>) {
  const t = useWords()
  const choices = [
    { value: 'yes', label: t('kernel.form.yes') },
    { value: 'no', label: t('kernel.form.no') },
  ]
  const chosen = value === undefined ? undefined : value ? 'yes' : 'no'
  return (
    <ChoiceControl
      {...common}
      value={chosen}
      choices={choices}
      onChange={(answer) => onChange(answer === undefined ? undefined : answer === 'yes')}
    />
  )
}

/** Something that can only be confirmed: a tick, or nothing. */
function ConfirmControl({ id, field, label, value, onChange, disabled }: ControlProps<boolean>) {
  return (
    <Checkbox
      id={id}
      data-field={field}
      checked={value === true}
      disabled={disabled ?? false}
      onChange={(event) => onChange(event.target.checked ? true : undefined)}
    >
      {label}
    </Checkbox>
  )
}
