import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useWords } from '../kernel/i18n'
import { toPointer } from '../kernel/pointer'
import { useSay } from '../kernel/say'
import { problemAt } from './field-problems'
import { useSheet } from './sheet-context'
import type { SheetForm } from './sheet-doc'
import { SheetFieldRow } from './sheet-field'
import { type FieldSection, fieldsOf, type SheetField } from './sheet-fields'
import { SheetSection } from './sheet-section'

interface FieldsProps {
  readonly section: FieldSection
  readonly tools?: ReactNode
  readonly hints?: Readonly<Record<string, ReactNode>>
  readonly children?: ReactNode
}

/** The fields of one part, in the order of the paper, which is the order of Tab. */
export function FieldsSection({ section, tools, hints = {}, children }: FieldsProps) {
  return (
    <SheetSection name={section} tools={tools}>
      <SheetFields section={section} hints={hints} />
      {children}
    </SheetSection>
  )
}

function SheetFields({ section, hints }: { readonly section: FieldSection; readonly hints: Readonly<Record<string, ReactNode>> }) {
  const say = useSay()
  const { problems, strict } = useSheet()
  const isShown = useShownFields(section)
  return (
    <div className="fields">
      {fieldsOf(section)
        .filter(isShown)
        .map((field) => {
          const problem = problemAt(problems, toPointer(field.key), strict)
          return (
            <SheetFieldRow
              key={field.key}
              field={field}
              error={problem && say(problem)}
              hint={problem === undefined ? hints[field.key] : undefined}
            />
          )
        })}
    </div>
  )
}

/** The reason for a missing code is only asked for while the code is missing. */
function useShownFields(section: FieldSection): (field: SheetField) => boolean {
  const [uscc, reason] = useWatch<
    SheetForm,
    ['inspectedParty.uscc' | 'producer.uscc', 'inspectedParty.noUsccReason' | 'producer.noUsccReason']
  >({
    name: section === 'producer' ? ['producer.uscc', 'producer.noUsccReason'] : ['inspectedParty.uscc', 'inspectedParty.noUsccReason'],
  })
  const hidden = (uscc ?? '').trim() !== '' && (reason ?? '') === ''
  return ({ key }) => !(hidden && key.endsWith('.noUsccReason'))
}

const COPIED = ['name', 'uscc', 'noUsccReason', 'address', 'legalRepresentative', 'contact', 'phone'] as const

/** The producer is often the inspected party itself. */
export function SameAsInspected() {
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
