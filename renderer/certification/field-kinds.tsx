import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useContext } from 'react'
import { useWatch } from 'react-hook-form'
import { CertificationKind } from '#shared/certification/certification-choices'
import { CERTIFICATION_KIND_NAMES } from '#shared/certification/certification-names'
import { textAt } from '#shared/kernel/kind'
import { enterpriseKinds } from '../enterprise/enterprise-control'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { TextControl } from '../kernel/controls/text-control'
import { useDebounced } from '../kernel/debounced'
import type { FormField } from '../kernel/form/field-spec'
import { type FieldControlProps, type FieldKindOf, FormFrameContext } from '../kernel/form/form-frame'
import type { RowColumn } from '../kernel/form/rows/row-cells'
import { type Row, RowsEditor } from '../kernel/form/rows/rows-editor'
import { useAnyWord, useNameOf, useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import { store } from './store'
import { useReading } from './use-reading'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Found by the words of either language, and by the number of the standard. */
function KindControl({ of: _of, value, ...common }: FieldControlProps) {
  const nameOf = useNameOf()
  const choices = CertificationKind.options.map((kind) => {
    const { zh, en } = CERTIFICATION_KIND_NAMES[kind]
    return { value: kind, label: nameOf({ zh, en }), also: `${zh} ${en}` }
  })
  return <ChoiceControl {...common} value={textOf(value)} clearable={false} choices={choices} />
}

/** Something that can only be confirmed: its sentence beside the tick, its short name above. */
function TickControl({ of, id, field, value, onChange }: FieldControlProps) {
  const word = useAnyWord()
  return (
    <Checkbox id={id} data-field={field} checked={value === true} onChange={(event) => onChange(event.target.checked ? true : undefined)}>
      {word(`certification.tick.${of.key}`)}
    </Checkbox>
  )
}

const NumberControl = ({ of: _of, value, ...common }: FieldControlProps) => <TextControl {...common} value={textOf(value)} />

/** What the number says of itself, and what is odd about it: said while it is typed, never in the way of recording it. */
function NumberHint({ of, error }: { readonly of: FormField; readonly error: string | undefined }) {
  const say = useSay()
  const watched: readonly unknown[] = useWatch({ name: [of.key, 'certificationKind', 'issuedOn'] })
  const [typed, kind, issuedOn] = watched
  const number = useDebounced(textOf(typed) ?? '', 120)
  const known = CertificationKind.safeParse(kind)
  const asked = { number: number.slice(0, 100), ...(known.success ? { kind: known.data } : {}), issuedOn: textOf(issuedOn) ?? '' }
  const { data } = useQuery({
    ...store.ask('certification.readNumber', asked),
    enabled: number.length > 2,
    placeholderData: (before) => before,
  })
  const words = useReading()
  if (number.length < 3 || data === undefined) return error === undefined ? null : <span className="field-error">{error}</span>
  return (
    <>
      {error !== undefined && <span className="field-error">{error} </span>}
      <span data-reading={data.form ?? 'unknown'}>{words(data)}</span>
      {data.warnings.map((warning) => (
        <span key={warning.code} className="number-warning" data-warning={warning.code}>
          {say(warning)}
        </span>
      ))}
    </>
  )
}

/** A table has its own words under its own name, so that its columns do not stand among the fields of the form. */
function Rows(props: { readonly name: string; readonly columns: readonly RowColumn[]; readonly begin?: () => Row }) {
  const frame = useContext(FormFrameContext)
  if (frame === null) return null
  return (
    <FormFrameContext value={{ ...frame, words: 'certification.rows' }}>
      <div className="rows-field">
        <RowsEditor {...props} />
      </div>
    </FormFrameContext>
  )
}

function GapsControl({ of }: FieldControlProps) {
  const t = useWords()
  const conformity = (['conforming', 'partly', 'nonconforming'] as const).map((value) => ({
    value,
    label: t(`certification.choice.conformity.${value}`),
  }))
  const columns: readonly RowColumn[] = [
    { key: 'clause', kind: 'text', width: 110, required: true },
    { key: 'conformity', kind: 'choice', width: 130, choices: conformity, required: true },
    { key: 'gap', kind: 'long' },
    { key: 'action', kind: 'long' },
  ]
  return <Rows name={of.key} columns={columns} begin={() => ({ conformity: 'partly' })} />
}

function DocumentsControl({ of }: FieldControlProps) {
  const t = useWords()
  const group = (['manual', 'procedure', 'record'] as const).map((value) => ({ value, label: t(`certification.choice.group.${value}`) }))
  const columns: readonly RowColumn[] = [
    { key: 'group', kind: 'choice', width: 120, choices: group, required: true },
    { key: 'title', kind: 'long', required: true },
    { key: 'version', kind: 'text', width: 110 },
    { key: 'issuedOn', kind: 'day', width: 150 },
  ]
  return <Rows name={of.key} columns={columns} begin={() => ({ group: 'procedure' })} />
}

const HELPERS: readonly RowColumn[] = [{ key: 'name', kind: 'text', required: true }]
const HelpersControl = ({ of }: FieldControlProps) => <Rows name={of.key} columns={HELPERS} />

/** Of a list of rows what is wrong stands in the table itself. */
const NoHint = () => null

/** Fields of kinds that only cases, their steps and certificates have. */
export const certificationKinds: Readonly<Record<string, FieldKindOf>> = {
  ...enterpriseKinds,
  certificationKind: { Control: KindControl },
  tick: { Control: TickControl },
  certificateNumber: { Control: NumberControl, Hint: NumberHint },
  gaps: { Control: GapsControl, Hint: NoHint },
  documents: { Control: DocumentsControl, Hint: NoHint },
  helpers: { Control: HelpersControl, Hint: NoHint },
}

/** The enterprise that a form names, while it is typed. */
export const enterpriseIn = (value: unknown): string => textAt(value, 'enterpriseId')
