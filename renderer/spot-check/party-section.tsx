import { Button } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { FieldRows } from '../kernel/form/field-rows'
import type { FormField } from '../kernel/form/field-spec'
import { FormSection } from '../kernel/form/section'
import { useWords } from '../kernel/i18n'
import type { SheetForm } from './sheet-doc'

interface PartyProps {
  readonly section: 'inspectedParty' | 'producer'
  readonly fields: readonly FormField[]
}

/** A party: the reason for a missing code is only asked for while the code is missing. */
export function PartySection({ section, fields }: PartyProps) {
  const party = useWatch<SheetForm, 'inspectedParty' | 'producer'>({ name: section })
  const hidden = (party?.uscc ?? '').trim() !== '' && (party?.noUsccReason ?? '') === ''
  return (
    <FormSection name={section} tools={section === 'producer' ? <SameAsInspected /> : undefined}>
      <FieldRows fields={fields.filter(({ key }) => !(hidden && key === `${section}.noUsccReason`))} />
    </FormSection>
  )
}

const COPIED = ['name', 'uscc', 'noUsccReason', 'address', 'legalRepresentative', 'contact', 'phone'] as const

/** The producer is often the inspected party itself. */
function SameAsInspected() {
  const t = useWords()
  const { getValues, setValue } = useFormContext<SheetForm>()
  const copy = (): void => {
    for (const name of COPIED) setValue(`producer.${name}`, getValues(`inspectedParty.${name}`), { shouldDirty: true })
  }
  return (
    <Button size="small" onClick={copy}>
      {t('spotCheck.form.sameAsInspected')}
    </Button>
  )
}
