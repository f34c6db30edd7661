import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { FieldFrame } from '../kernel/controls/field-frame'
import { TextControl } from '../kernel/controls/text-control'
import { FieldRows } from '../kernel/form/field-rows'
import type { FormField } from '../kernel/form/field-spec'
import { problemAt, useFormFrame } from '../kernel/form/form-frame'
import { FormSection } from '../kernel/form/section'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import type { SignedForm } from './signed-form'

const MOST = 6

/** Who samples: the body, at least two people, and remarks. */
export function PeopleSection({ fields }: { readonly fields: readonly FormField[] }) {
  return (
    <FormSection name="samplingBody">
      <FieldRows fields={fields} />
      <Samplers />
      <Remarks />
    </FormSection>
  )
}

function Samplers() {
  const t = useWords()
  const say = useSay()
  const { setValue, getValues } = useFormContext<SignedForm>()
  const frame = useFormFrame()
  const samplers = useWatch<SignedForm, 'samplers'>({ name: 'samplers' }) ?? []
  // Two lines stand ready, since two people are the least the law allows.
  const rows = Math.max(2, samplers.length)
  const change = (next: SignedForm['samplers']): void => setValue('samplers', next, { shouldDirty: true })
  const remove = (index: number): void => change((getValues('samplers') ?? []).filter((_, at) => at !== index))
  const problem = problemAt(frame, '/samplers')
  return (
    <fieldset className="samplers" aria-describedby="samplers-help">
      <legend>{t('spotCheck.form.samplers')}</legend>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sampler is its line on the paper; names are typed, so nothing else is stable
        <div key={index} className="sampler">
          <SamplerField index={index} name="name" />
          <SamplerField index={index} name="certificateNo" />
          {index >= 2 && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('spotCheck.form.removeSampler', { n: index + 1 })}
              onClick={() => remove(index)}
            />
          )}
        </div>
      ))}
      <div id="samplers-help" className="field-help">
        {problem !== undefined && <span className="field-error">{say(problem)}</span>}
      </div>
      {rows < MOST && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => change([...padded(samplers, rows), {}])}>
          {t('spotCheck.form.addSampler')}
        </Button>
      )}
    </fieldset>
  )
}

const padded = (samplers: NonNullable<SignedForm['samplers']>, rows: number) =>
  Array.from({ length: rows }, (_, index) => samplers[index] ?? {})

function SamplerField({ index, name }: { readonly index: number; readonly name: 'name' | 'certificateNo' }) {
  const t = useWords()
  const say = useSay()
  const frame = useFormFrame()
  const key = `samplers.${index}.${name}` as const
  const { field } = useController<SignedForm, typeof key>({ name: key })
  const pointer = `/samplers/${String(index)}/${name}`
  const problem = problemAt(frame, pointer)
  const label = t(name === 'name' ? 'spotCheck.form.samplerName' : 'spotCheck.form.samplerCertificate', { n: index + 1 })
  return (
    <FieldFrame
      id={`f-samplers-${String(index)}-${name}`}
      label={label}
      error={problem && say(problem)}
      required={name === 'name' && index < 2}
    >
      <TextControl
        id={`f-samplers-${String(index)}-${name}`}
        field={pointer}
        label={label}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        invalid={problem !== undefined}
      />
    </FieldFrame>
  )
}

function Remarks() {
  const t = useWords()
  const { field } = useController<SignedForm, 'remarks'>({ name: 'remarks' })
  return (
    <FieldFrame id="f-remarks" label={t('spotCheck.form.remarks')} span="full">
      <Input.TextArea
        id="f-remarks"
        data-field="/remarks"
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={field.value ?? ''}
        onChange={field.onChange}
        onBlur={field.onBlur}
      />
    </FieldFrame>
  )
}
