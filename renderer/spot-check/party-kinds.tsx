import { useFormContext, useWatch } from 'react-hook-form'
import { normalizeUscc } from '#shared/enterprise/uscc'
import { TextControl } from '../kernel/controls/text-control'
import type { FormField } from '../kernel/form/field-spec'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { UsccHelp } from './code-field'
import { PartyControl } from './party-control'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A party's name, searched for in the directory. */
export const partyKind: FieldKindOf = {
  Control: ({ of, value, ...common }: FieldControlProps) => (
    <PartyControl {...common} value={textOf(value)} section={of.section === 'producer' ? 'producer' : 'inspectedParty'} />
  ),
}

function CodeControl({ of: _of, value, ...common }: FieldControlProps) {
  const typed = textOf(value)
  const settle = (): void => {
    if (typed !== undefined && normalizeUscc(typed) !== typed) common.onChange(normalizeUscc(typed))
    common.onBlur?.()
  }
  return <TextControl {...common} value={typed} onBlur={settle} />
}

function CodeHint({ of, error }: { readonly of: FormField; readonly error: string | undefined }) {
  const { setValue } = useFormContext()
  const typed: unknown = useWatch({ name: of.key })
  const code = textOf(typed) ?? ''
  if (code.trim() === '') return error === undefined ? null : <span className="field-error">{error}</span>
  return <UsccHelp typed={code} onFix={(fixed) => setValue(of.key, fixed, { shouldDirty: true })} />
}

/** A credit code, explained digit by digit while it is typed. */
export const codeKind: FieldKindOf = { Control: CodeControl, Hint: CodeHint }
