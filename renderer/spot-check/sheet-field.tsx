import { type ComponentType, memo, type ReactNode } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { normalizeUscc } from '#shared/enterprise/uscc'
import { ChoiceControl } from '../kernel/controls/choice-control'
import type { ControlProps } from '../kernel/controls/control'
import { DateControl } from '../kernel/controls/date-control'
import { DistrictControl } from '../kernel/controls/district-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { IntControl } from '../kernel/controls/int-control'
import { TextControl } from '../kernel/controls/text-control'
import { useWords } from '../kernel/i18n'
import { toPointer } from '../kernel/pointer'
import { UsccHelp } from './code-field'
import { PartyControl } from './party-control'
import { ProductKindControl } from './product-kind-control'
import type { SheetForm } from './sheet-doc'
import { choicesOf, type FieldKind, type SheetField } from './sheet-fields'

interface SheetFieldProps {
  readonly field: SheetField
  /** What is wrong with it, in words. */
  readonly error: string | undefined
  readonly hint?: ReactNode
}

/** One field of the sheet: label, control, unit and the words below. Drawn again only when its own value or words change. */
export const SheetFieldRow = memo(function SheetFieldRow({ field, error, hint }: SheetFieldProps) {
  const t = useWords()
  const id = `f-${field.key.replace('.', '-')}`
  const unit = useUnit(field)
  return (
    <FieldFrame
      id={id}
      label={t(`spotCheck.field.${field.key}`)}
      span={field.span}
      required={field.required}
      unit={unit}
      error={field.kind === 'code' ? undefined : error}
      hint={field.kind === 'code' ? <CodeHint field={field} error={error} /> : hint}
    >
      <FieldControl field={field} id={id} invalid={error !== undefined} />
    </FieldFrame>
  )
})

function useUnit({ unit }: SheetField): string | undefined {
  const t = useWords()
  const counted = useWatch<SheetForm, 'sampling.unit'>({ name: 'sampling.unit', disabled: unit !== 'sampling' })
  if (unit === undefined) return undefined
  return unit === 'sampling' ? counted : t(`spotCheck.unit.${unit}`)
}

function CodeHint({ field, error }: { readonly field: SheetField; readonly error: string | undefined }) {
  const { setValue } = useFormContext<SheetForm>()
  const typed = useWatch<SheetForm>({ name: field.key })
  const code = typeof typed === 'string' ? typed : ''
  if (code.trim() === '') return error === undefined ? null : <span className="field-error">{error}</span>
  return <UsccHelp typed={code} onFix={(fixed) => setValue(field.key, fixed, { shouldDirty: true })} />
}

interface FieldControlProps {
  readonly field: SheetField
  readonly id: string
  readonly invalid: boolean
}

function FieldControl({ field, id, invalid }: FieldControlProps) {
  const t = useWords()
  const { field: bound } = useController<SheetForm>({ name: field.key })
  const { value, onChange, onBlur } = bound
  const label = t(`spotCheck.field.${field.key}`)
  const common = { id, field: toPointer(field.key), label, invalid, disabled: field.locked ?? false, onChange, onBlur }
  if (field.kind === 'int') return <IntControl {...common} value={typeof value === 'number' ? value : undefined} />
  if (field.kind === 'yesNo') return <YesNoControl {...common} value={typeof value === 'boolean' ? value : undefined} />
  return <WordsControl {...common} value={typeof value === 'string' ? value : undefined} of={field} />
}

interface WordsProps extends ControlProps<string> {
  readonly of: SheetField
}

const ChoiceField = ({ of, ...common }: WordsProps) => {
  const t = useWords()
  return <ChoiceControl {...common} choices={choicesOf(of).map((value) => ({ value, label: t(choiceKey(of, value)) }))} />
}

const PartyField = ({ of, ...common }: WordsProps) => (
  <PartyControl {...common} section={of.section === 'producer' ? 'producer' : 'inspectedParty'} />
)

const CodeField = ({ of: _of, ...common }: WordsProps) => <TextControl {...common} onBlur={() => normalizeOnBlur(common)} />

/** The controls of fields whose value is a text; what is not named here is typed as it is. */
const WORDS: Partial<Record<FieldKind, ComponentType<WordsProps>>> = {
  date: DateControl,
  district: DistrictControl,
  party: PartyField,
  productKind: ProductKindControl,
  choice: ChoiceField,
  code: CodeField,
}

function WordsControl(props: WordsProps) {
  const Control = WORDS[props.of.kind] ?? TextControl
  return <Control {...props} />
}

/** The words of a choice; the list of choices comes from the schema, so the key is only known at run time. */
const choiceKey = ({ choices = 'taskLevel' }: SheetField, value: string) =>
  `spotCheck.choice.${choices}.${value}` as 'spotCheck.choice.size.large'

function normalizeOnBlur({ value, onChange, onBlur }: ControlProps<string>): void {
  if (value !== undefined && normalizeUscc(value) !== value) onChange(normalizeUscc(value))
  onBlur?.()
}

function YesNoControl({ value, onChange, ...common }: ControlProps<boolean>) {
  const t = useWords()
  const choices = [
    { value: 'yes', label: t('spotCheck.form.yes') },
    { value: 'no', label: t('spotCheck.form.no') },
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
