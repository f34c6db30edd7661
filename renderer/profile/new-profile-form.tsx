import { KeyOutlined } from '@ant-design/icons'
import { Button, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { parseInput } from '#shared/kernel/parse-problems'
import type { Problem } from '#shared/kernel/result'
import { Role } from '#shared/kernel/self'
import { NewProfile } from '#shared/profile/profile-contract'
import { DistrictControl } from '../kernel/controls/district-control'
import { FieldFrame } from '../kernel/controls/field-frame'
import { TextControl } from '../kernel/controls/text-control'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'

interface FormProps {
  readonly busy: boolean
  readonly onCreate: (profile: NewProfile) => void
  readonly onBack: () => void
}

type Form = {
  readonly name?: string | undefined
  readonly role: Role
  readonly region?: string | undefined
  readonly org?: string | undefined
}

const filled = ({ name, role, region, org }: Form) => ({
  role,
  ...((name ?? '').trim() === '' ? {} : { name }),
  ...(region === undefined ? {} : { region }),
  ...((org ?? '').trim() === '' ? {} : { org }),
})

/** Who works here; typed once. */
export function NewProfileForm({ busy, onCreate, onBack }: FormProps) {
  const t = useWords()
  const [form, setForm] = useState<Form>({ role: 'inspector' })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  useEffect(() => document.getElementById('p-name')?.focus(), [])
  const create = (): void => {
    const parsed = parseInput<NewProfile>(NewProfile, filled(form))
    setProblems(parsed.ok ? [] : parsed.problems)
    if (parsed.ok) onCreate(parsed.value)
  }
  return (
    <form
      className="panel new-profile"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        create()
      }}
    >
      <h2>{t('profile.chooser.newTitle')}</h2>
      <div className="fields">
        <Text name="name" form={form} problems={problems} onChange={setForm} required />
        <RoleChoice form={form} onChange={setForm} />
        <Region form={form} problems={problems} onChange={setForm} />
        <Text name="org" form={form} problems={problems} onChange={setForm} />
      </div>
      <p className="keys-note">
        <KeyOutlined aria-hidden /> {t('profile.chooser.keysNote')}
      </p>
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={busy} data-action="create-profile">
          {t(busy ? 'profile.chooser.creating' : 'profile.chooser.create')}
        </Button>
        <Button onClick={onBack}>{t('profile.chooser.back')}</Button>
      </div>
    </form>
  )
}

interface PartProps {
  readonly form: Form
  readonly problems: readonly Problem[]
  readonly onChange: (form: Form) => void
}

const useError = (problems: readonly Problem[], path: string): string | undefined => {
  const say = useSay()
  const problem = problems.find((found) => found.path === path)
  return problem && say(problem)
}

function Text({
  name,
  form,
  problems,
  onChange,
  required = false,
}: PartProps & { readonly name: 'name' | 'org'; readonly required?: boolean }) {
  const t = useWords()
  const error = useError(problems, `/${name}`)
  const label = t(`profile.chooser.${name}`)
  return (
    <FieldFrame id={`p-${name}`} label={label} span="half" required={required} error={error}>
      <TextControl
        id={`p-${name}`}
        field={`/${name}`}
        label={label}
        value={form[name]}
        invalid={error !== undefined}
        placeholder={t(`profile.chooser.${name}Hint`)}
        onChange={(value) => onChange({ ...form, [name]: value })}
      />
    </FieldFrame>
  )
}

function Region({ form, problems, onChange }: PartProps) {
  const t = useWords()
  const error = useError(problems, '/region')
  return (
    <FieldFrame id="p-region" label={t('profile.chooser.region')} span="half" required error={error}>
      <DistrictControl
        id="p-region"
        field="/region"
        label={t('profile.chooser.region')}
        value={form.region}
        invalid={error !== undefined}
        clearable={false}
        onChange={(region) => onChange({ ...form, region })}
      />
    </FieldFrame>
  )
}

function RoleChoice({ form, onChange }: Omit<PartProps, 'problems'>) {
  const t = useWords()
  return (
    <fieldset className="field role-choice" data-span="half">
      <legend>{t('profile.chooser.role')}</legend>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        value={form.role}
        data-field="/role"
        options={Role.options.map((role) => ({ value: role, label: t(`profile.role.${role}`) }))}
        onChange={(event) => onChange({ ...form, role: Role.parse(event.target.value) })}
      />
    </fieldset>
  )
}
