import { type Enterprise, EnterpriseSize } from '#shared/enterprise/enterprise'
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

type FieldName = keyof Enterprise
export type EnterpriseForm = { readonly [K in FieldName]?: string | undefined }

interface FieldsProps {
  readonly form: EnterpriseForm
  readonly problems: readonly Problem[]
  readonly onChange: (form: EnterpriseForm) => void
}

const order: readonly { readonly name: FieldName; readonly required?: boolean; readonly half?: boolean }[] = [
  { name: 'name', required: true },
  { name: 'uscc' },
  { name: 'noUsccReason' },
  { name: 'region', required: true, half: true },
  { name: 'size', half: true },
  { name: 'address', required: true },
  { name: 'legalRepresentative', half: true },
  { name: 'contact', half: true },
  { name: 'phone', half: true },
  { name: 'industry', half: true },
  { name: 'mainProducts' },
]

export function EnterpriseFields(props: FieldsProps) {
  const shown = order.filter(({ name }) => name !== 'noUsccReason' || (props.form.uscc ?? '').trim() === '')
  return (
    <div className="fields">
      {shown.map((field) => (
        <EnterpriseField key={field.name} {...props} {...field} />
      ))}
    </div>
  )
}

/** While a code is typed its faults are told digit by digit below it. */
const isSaidLive = ({ code, path }: Problem, { uscc = '' }: EnterpriseForm): boolean =>
  path === '/uscc' && uscc !== '' && code !== 'enterprise.duplicateUscc'

type FieldProps = FieldsProps & (typeof order)[number]

function EnterpriseField({ form, problems, onChange, name, required = false, half = false }: FieldProps) {
  const t = useWords()
  const say = useSay()
  const problem = problems.find(({ path }) => path === `/${name}`)
  const isCode = name === 'uscc'
  return (
    <FieldFrame
      id={`e-${name}`}
      label={t(`enterprise.field.${name}`)}
      span={half ? 'half' : 'full'}
      required={required}
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
      <ChoiceControl {...common} choices={EnterpriseSize.options.map((size) => ({ value: size, label: t(`enterprise.size.${size}`) }))} />
    )
  if (name === 'uscc') return <TextControl {...common} onBlur={() => onChange({ ...form, uscc: normalizeUscc(form.uscc ?? '') })} />
  return <TextControl {...common} placeholder={name === 'noUsccReason' ? t('enterprise.reasonHint') : ''} />
}
