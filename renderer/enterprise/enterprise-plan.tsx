import { useController } from 'react-hook-form'
import { Enterprise } from '#shared/enterprise/enterprise'
import { checkUscc, normalizeUscc } from '#shared/enterprise/uscc'
import { suggestUscc } from '#shared/enterprise/uscc-fix'
import { CodeHelp } from '../kernel/controls/code-help'
import { TextControl } from '../kernel/controls/text-control'
import type { RecordPlan } from '../kernel/course/record-plan'
import { type FieldSpec, type FormField, fieldsFrom } from '../kernel/form/field-spec'
import type { FieldControlProps } from '../kernel/form/form-frame'

const text = (span: FieldSpec['span'] = 'half'): FieldSpec => ({ kind: 'text', span })

const specs: Readonly<Record<string, FieldSpec>> = {
  name: text('full'),
  uscc: { kind: 'uscc', span: 'full' },
  noUsccReason: text('full'),
  region: { kind: 'district', span: 'half' },
  size: { kind: 'choice', span: 'half' },
  address: text('full'),
  legalRepresentative: text(),
  contact: text(),
  phone: text(),
  industry: text(),
  mainProducts: text('full'),
  employees: { kind: 'int', span: 'half', unit: 'persons' },
  leading: { kind: 'yesNo', span: 'half' },
  qualitySafetyDirector: text(),
  qualitySafetyOfficer: text(),
}

const officer: Readonly<Record<string, FieldSpec>> = {
  name: text('third'),
  appointedOn: { kind: 'date', span: 'third' },
  trainingCertificate: text('third'),
}

/** Nobody must have a chief quality officer; who has one has a name. */
const officerFields: readonly FormField[] = fieldsFrom(Enterprise.shape.chiefQualityOfficer.unwrap(), officer, 'chiefQualityOfficer').map(
  (field) => ({ ...field, required: false }),
)

function CodeControl({ of: _of, value, onChange, onBlur, ...common }: FieldControlProps) {
  const typed = typeof value === 'string' ? value : ''
  const settle = (): void => {
    if (typed !== '') onChange(normalizeUscc(typed))
    onBlur?.()
  }
  return <TextControl {...common} value={typed} onChange={onChange} onBlur={settle} />
}

/** The faults of a code are told digit by digit while it is typed. */
function CodeHint({ of, error }: { readonly of: FormField; readonly error: string | undefined }) {
  const { field } = useController({ name: of.key })
  const typed = typeof field.value === 'string' ? field.value : ''
  const { normalized, valid, problems } = checkUscc(typed)
  return (
    <>
      {error !== undefined && (typed === '' || valid) && <span className="field-error">{error}</span>}
      <CodeHelp
        typed={typed}
        normalized={normalized}
        valid={valid}
        problems={problems}
        fixed={suggestUscc(typed)}
        onFix={(code) => field.onChange(code)}
      />
    </>
  )
}

/** How an entry of the directory is corrected. */
export const enterprisePlan: RecordPlan = {
  kind: 'enterprise',
  words: 'enterprise',
  fields: [...fieldsFrom(Enterprise, specs), ...officerFields],
  isShown: ({ key }, doc) => key !== 'noUsccReason' || doc['uscc'] === undefined || doc['uscc'] === '',
  kinds: { uscc: { Control: CodeControl, Hint: CodeHint } },
}
