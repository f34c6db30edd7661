import { EnterpriseSize } from '#shared/enterprise/enterprise'
import { checkUscc, normalizeUscc } from '#shared/enterprise/uscc'
import { suggestUscc } from '#shared/enterprise/uscc-fix'
import type { Problem } from '#shared/kernel/result'
import { ChoiceControl } from '../kernel/controls/choice-control'
import { CodeHelp } from '../kernel/controls/code-help'
import { DistrictControl } from '../kernel/controls/district-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { TextControl } from '../kernel/controls/text-control'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'

/** What is asked for when an enterprise is put into the directory; the rest is added where it is corrected. */
const asked = [
  'name',
  'uscc',
  'noUsccReason',
  'region',
  'size',
  'address',
  'legalRepresentative',
  'contact',
  'phone',
  'industry',
  'mainProducts',
] as const
type FieldName = (typeof asked)[number]
export type EnterpriseForm = { readonly [K in FieldName]?: string | undefined }

interface FieldsProps {
  readonly form: EnterpriseForm
  readonly problems: readonly Problem[]
  readonly onChange: (form: EnterpriseForm) => void
}

const REQUIRED: readonly FieldName[] = ['name', 'region', 'address']
const HALF: readonly FieldName[] = ['region', 'size', 'legalRepresentative', 'contact', 'phone', 'industry']

export function EnterpriseFields(props: FieldsProps) {
  const shown = asked.filter((name) => name !== 'noUsccReason' || (props.form.uscc ?? '').trim() === '')
  return (
    <div className="fields">
      {shown.map((name) => (
        <EnterpriseField key={name} {...props} name={name} />
      ))}
    </div>
  )
}

/** While a code is typed its faults are told digit by digit below it. */
const isSaidLive = ({ code, path }: Problem, { uscc = '' }: EnterpriseForm): boolean =>
  path === '/uscc' && uscc !== '' && code !== 'enterprise.duplicateUscc'

type FieldProps = FieldsProps & { readonly name: FieldName }

function EnterpriseField({ form, problems, onChange, name }: FieldProps) {
  const t = useWords()
  const say = useSay()
  const problem = problems.find(({ path }) => path === `/${name}`)
  const isCode = name === 'uscc'
  return (
    <FieldFrame
      id={`e-${name}`}
      label={t(`enterprise.field.${name}`)}
      span={HALF.includes(name) ? 'half' : 'full'}
      required={REQUIRED.includes(name)}
      error={problem === undefined || isSaidLive(problem, form) ? undefined : say(problem)}
      hint={isCode ? <LiveCode form={form} onChange={onChange} /> : undefined}
    >
      <EnterpriseControl name={name} form={form} invalid={problem !== undefined} onChange={onChange} />
    </FieldFrame>
  )
}

function LiveCode({ form, onChange }: Omit<FieldsProps, 'problems'>) {
  const typed = form.uscc ?? ''
  const { normalized, valid, problems } = checkUscc(typed)
  return (
    <CodeHelp
      typed={typed}
      normalized={normalized}
      valid={valid}
      problems={problems}
      fixed={suggestUscc(typed)}
      onFix={(uscc) => onChange({ ...form, uscc })}
    />
  )
}

interface ControlOf {
  readonly name: FieldName
  readonly form: EnterpriseForm
  readonly invalid: boolean
  readonly onChange: (form: EnterpriseForm) => void
}

function EnterpriseControl({ name, form, invalid, onChange }: ControlOf) {
  const t = useWords()
  const common = {
    id: `e-${name}`,
    field: `/${name}`,
    label: t(`enterprise.field.${name}`),
    value: form[name],
    invalid,
    onChange: (value: string | undefined) => onChange({ ...form, [name]: value }),
  }
  if (name === 'region') return <DistrictControl {...common} />
  if (name === 'size')
    return (
      <ChoiceControl
        {...common}
        choices={EnterpriseSize.options.map((size) => ({ value: size, label: t(`enterprise.choice.size.${size}`) }))}
      />
    )
  if (name === 'uscc') return <TextControl {...common} onBlur={() => onChange({ ...form, uscc: normalizeUscc(form.uscc ?? '') })} />
  return <TextControl {...common} placeholder={name === 'noUsccReason' ? t('enterprise.reasonHint') : ''} />
}
