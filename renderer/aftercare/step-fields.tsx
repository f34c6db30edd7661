import { Checkbox } from 'antd'
import { useFormContext } from 'react-hook-form'
import { recipientName, recipientsOf } from '#shared/aftercare/recipients'
import { textAt } from '#shared/kernel/kind'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { DateControl } from '../kernel/controls/date-control'
import { TextControl } from '../kernel/controls/text-control'
import type { FormField } from '../kernel/form/field-spec'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { useNameOf, useWords } from '../kernel/i18n'
import { useCaseFacts } from './case-context'
import { RetestGrid } from './retest-grid'
import { Rungs } from './rungs'
import { isCaseStep } from './step-specs'

interface HintProps {
  readonly of: FormField
  readonly error: string | undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const DayControl = ({ of: _of, value, ...common }: FieldControlProps) => <DateControl {...common} value={textOf(value)} />

/** Which day is meant: of service, of the order, of arrival. The law counts from it. */
function DayHint({ of: { section }, error }: HintProps) {
  const t = useWords()
  if (error !== undefined) return <span className="field-error">{error}</span>
  return isCaseStep(section) ? <span>{t(`aftercare.onOf.${section}`)}</span> : null
}

/** Who is told: only those whom this case has, each with its name; whoever is chosen is put down as the receiver too. */
function RecipientControl({ of, value, onChange, ...common }: FieldControlProps) {
  const nameOf = useNameOf()
  const { doc } = useCaseFacts()
  const { setValue, getValues } = useFormContext()
  const nameIn = (recipient: string): string => (recipient === 'platform' ? textAt(doc, 'platform') : textAt(doc, recipient, 'name'))
  const known = recipientsOf(doc)
  const choose = (chosen: string | undefined): void => {
    const before = textOf(getValues('name')) ?? ''
    onChange(chosen)
    if (of.section === 'notice' && (before === '' || known.some((one) => nameIn(one) === before)))
      setValue('name', chosen === undefined ? undefined : nameIn(chosen), { shouldDirty: true })
  }
  return (
    <ChoiceControl
      {...common}
      value={textOf(value)}
      clearable={false}
      choices={known.map((recipient) => ({
        value: recipient,
        label: `${nameIn(recipient)} · ${nameOf(recipientName(recipient))}`,
      }))}
      onChange={choose}
    />
  )
}

/** Order 18 art. 39: the first laboratory may test again only when nobody else can; a tick that says so. */
function OnlyQualifiedControl({ id, field, value, onChange }: FieldControlProps) {
  const t = useWords()
  return (
    <Checkbox id={id} data-field={field} checked={value === true} onChange={(event) => onChange(event.target.checked ? true : undefined)}>
      {t('aftercare.onlyQualified')}
    </Checkbox>
  )
}

const LabControl = ({ of: _of, value, ...common }: FieldControlProps) => <TextControl {...common} value={textOf(value)} />

/** The first laboratory stands beside the one that is being named, so that it is not chosen by mistake. */
function LabHint({ error }: HintProps) {
  const t = useWords()
  const { doc } = useCaseFacts()
  return (
    <>
      {error !== undefined && <span className="field-error">{error} </span>}
      <span>
        {t('aftercare.head.firstLab')} {textAt(doc, 'firstLab')}
      </span>
    </>
  )
}

/** Fields of kinds that only the steps of a case have. */
export const caseFieldKinds: Readonly<Record<string, FieldKindOf>> = {
  day: { Control: DayControl, Hint: DayHint },
  recipient: { Control: RecipientControl },
  lab: { Control: LabControl, Hint: LabHint },
  onlyQualified: { Control: OnlyQualifiedControl },
  items: { Control: RetestGrid },
  rungs: { Control: Rungs },
}
