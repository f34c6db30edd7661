import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { EnterpriseSummary } from '#shared/enterprise/enterprise-contract'
import { textAt } from '#shared/kernel/kind'
import { ComboControl } from '../kernel/controls/combo-control'
import { useDebounced } from '../kernel/debounced'
import type { FormField } from '../kernel/form/field-spec'
import { type FieldControlProps, type FieldKindOf, useFormFrame } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { toPointer } from '../kernel/pointer'
import { useSay } from '../kernel/say'
import { AddEnterprise } from './add-enterprise'
import { store } from './store'

const MOST = 8
const ADD = '+add'

/** What was typed is one enterprise without doubt: its whole name or code, or the only one found. */
function withoutDoubt(typed: string, found: readonly EnterpriseSummary[]): EnterpriseSummary | undefined {
  const exact = found.filter(({ name, uscc }) => name === typed || uscc === typed.toUpperCase())
  return exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined
}

function useFound(typed: string, chosen: boolean): readonly EnterpriseSummary[] {
  const text = useDebounced(typed, 80)
  const enabled = text !== '' && !chosen
  const { data } = useQuery({
    ...store.ask('enterprise.search', { text, limit: MOST }),
    enabled,
    placeholderData: (before) => before,
  })
  return enabled ? (data ?? []) : []
}

/**
 * An enterprise of the directory, as it is today: searched while it is typed, taken over whole, or added in place. What was typed and
 * not chosen stays as a name alone, and is refused in words when the document is sealed.
 */
function EnterpriseControl({ of, value, onChange, onBlur, ...common }: FieldControlProps) {
  const t = useWords()
  const { getValues } = useFormContext()
  const placeName = usePlaceName()
  const [adding, setAdding] = useState<string | null>(null)
  const typed = textAt(value, 'name')
  const chosen = textAt(value, 'enterpriseId') !== ''
  const found = useFound(typed.trim(), chosen)
  const take = async (id: string): Promise<void> => {
    const answer = await store.call('enterprise.snapshot', { id })
    if (answer.ok && answer.value !== null) onChange(answer.value)
    setAdding(null)
  }
  /** A quick typist, or a scanner, has left before the list was there. */
  const settle = async (): Promise<void> => {
    onBlur?.()
    const name = typed.trim()
    if (name === '' || chosen || adding !== null) return
    const answer = await store.call('enterprise.search', { text: name, limit: MOST })
    const one = answer.ok ? withoutDoubt(name, answer.value) : undefined
    if (one !== undefined && textAt(getValues(of.key), 'name').trim() === name) await take(one.id)
  }
  const add = { key: ADD, title: t('enterprise.pick.add', { name: typed.trim() }), detail: t('enterprise.pick.addDetail') }
  const suggestions = found.map(({ id, name, uscc, region, address }) => ({
    key: id,
    title: name,
    detail: [uscc, placeName(region), address].filter((part) => part !== '').join(' · '),
  }))
  return (
    <>
      <ComboControl
        {...common}
        value={typed}
        placeholder={t('enterprise.pick.search')}
        onChange={(name) => onChange(name === undefined || name === '' ? undefined : { name })}
        onBlur={() => void settle()}
        onPick={(key) => (key === ADD ? setAdding(typed.trim()) : void take(key))}
        suggestions={chosen ? [] : [...suggestions, add]}
      />
      <AddEnterprise
        open={adding !== null}
        startName={adding === null || /\d/.test(adding) ? '' : adding}
        onAdded={(id) => void take(id)}
        duplicate={{ label: t('enterprise.takeDuplicate'), onTake: (id) => void take(id) }}
        onClose={() => setAdding(null)}
      />
    </>
  )
}

/** Who it is, so that no other of nearly the same name is taken: code, district, address, contact. */
function EnterpriseHint({ of, error }: { readonly of: FormField; readonly error: string | undefined }) {
  const t = useWords()
  const say = useSay()
  const placeName = usePlaceName()
  const { problems, strict } = useFormFrame()
  const value: unknown = useWatch({ name: of.key })
  const inside = strict ? problems.find(({ path }) => path.startsWith(`${toPointer(of.key)}/`)) : undefined
  const wrong = error ?? (inside === undefined ? undefined : say(inside))
  const name = textAt(value, 'name')
  if (textAt(value, 'enterpriseId') === '')
    return (
      <>
        {wrong !== undefined && <span className="field-error">{wrong} </span>}
        {name !== '' && <span>{t('enterprise.pick.unchosen')}</span>}
      </>
    )
  const facts = [
    textAt(value, 'uscc') || t('enterprise.pick.noCode'),
    placeName(textAt(value, 'region')),
    textAt(value, 'address'),
    [textAt(value, 'contact'), textAt(value, 'phone')].filter((part) => part !== '').join(' '),
  ]
  return (
    <>
      {wrong !== undefined && <span className="field-error">{wrong} </span>}
      <span data-enterprise={textAt(value, 'enterpriseId')}>{facts.filter((part) => part !== '').join(' · ')}</span>
    </>
  )
}

/** For any form that names an enterprise: `kinds: { ...enterpriseKinds }`, and a field of kind `enterprise` that holds an EnterpriseSnapshot. */
export const enterpriseKinds: Readonly<Record<string, FieldKindOf>> = {
  enterprise: { Control: EnterpriseControl, Hint: EnterpriseHint },
}
