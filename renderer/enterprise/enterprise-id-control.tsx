import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type FieldValues, FormProvider, useForm, useWatch } from 'react-hook-form'
import { textAt } from '#shared/kernel/kind'
import { FieldStack } from '../kernel/form/field-stack'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { enterpriseKinds } from './enterprise-control'
import { store } from './store'

const INSIDE = 'party'

/** The same choice for a document that keeps the id alone: what is shown of the enterprise is the directory's of today. */
function EnterpriseIdControl({ of, value, onChange, ...common }: FieldControlProps) {
  const id = typeof value === 'string' ? value : ''
  const { data } = useQuery({ ...store.ask('enterprise.snapshot', { id }), enabled: id !== '' })
  const inside = useForm<FieldValues>()
  const party: unknown = useWatch({ control: inside.control, name: INSIDE })
  const { setValue } = inside
  useEffect(() => {
    if (data !== undefined && data !== null && data.enterpriseId === id) setValue(INSIDE, data)
  }, [data, id, setValue])
  const { Control, Hint } = enterpriseKinds['enterprise'] ?? {}
  if (Control === undefined) return null
  const field = { ...of, key: INSIDE }
  const take = (next: unknown): void => {
    setValue(INSIDE, next)
    onChange(textAt(next, 'enterpriseId') || undefined)
  }
  return (
    <FormProvider {...inside}>
      <FieldStack>
        <Control {...common} of={field} value={party} onChange={take} />
        {Hint !== undefined && (
          <div className="field-help">
            <Hint of={field} error={undefined} />
          </div>
        )}
      </FieldStack>
    </FormProvider>
  )
}

/** A field of kind `enterpriseId` holds the id of an enterprise of the directory. */
export const enterpriseIdKinds: Readonly<Record<string, FieldKindOf>> = { enterpriseId: { Control: EnterpriseIdControl } }
