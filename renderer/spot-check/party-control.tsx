import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import type { EnterpriseSummary } from '#shared/enterprise/enterprise-contract'
import { ComboControl } from '../kernel/controls/combo-control'
import type { ControlProps } from '../kernel/controls/control'
import { useDebounced } from '../kernel/debounced'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import type { SheetForm } from './sheet-doc'
import { store } from './store'

interface PartyProps extends ControlProps<string> {
  readonly section: 'inspectedParty' | 'producer'
}

/** The name of a party: the directory is searched while it is typed, and a choice fills in what the directory knows. */
export function PartyControl({ section, ...control }: PartyProps) {
  const t = useWords()
  const placeName = usePlaceName()
  const form = useFormContext<SheetForm>()
  const text = useDebounced((control.value ?? '').trim(), 80)
  const found = useQuery({
    ...store.ask('enterprise.search', { text, limit: 8 }),
    enabled: text !== '',
    placeholderData: (before) => before,
  })
  const enterprises = text === '' ? [] : (found.data ?? [])
  const pick = (id: string): void => {
    const enterprise = enterprises.find((known) => known.id === id)
    if (enterprise !== undefined) fill(form, section, enterprise)
  }
  const type = (name: string | undefined): void => {
    control.onChange(name)
    // Another name is another enterprise until the directory says otherwise.
    if (section === 'inspectedParty') form.setValue('inspectedParty.enterpriseId', undefined)
  }
  return (
    <ComboControl
      {...control}
      placeholder={t('spotCheck.form.partySearch')}
      onChange={type}
      onPick={pick}
      suggestions={enterprises.map(({ id, name, uscc, region, address }) => ({
        key: id,
        title: name,
        detail: [uscc, placeName(region), address].filter((part) => part !== '').join(' · '),
      }))}
    />
  )
}

function fill(form: ReturnType<typeof useFormContext<SheetForm>>, section: PartyProps['section'], enterprise: EnterpriseSummary): void {
  const { name, uscc, address, contact, phone, legalRepresentative } = enterprise
  const set = (key: 'name' | 'uscc' | 'address' | 'contact' | 'phone' | 'legalRepresentative' | 'noUsccReason', value: string): void =>
    form.setValue(`${section}.${key}`, value === '' ? undefined : value, { shouldDirty: true })
  set('name', name)
  set('uscc', uscc)
  set('address', address)
  set('contact', contact)
  set('phone', phone)
  set('legalRepresentative', legalRepresentative)
  if (uscc !== '') set('noUsccReason', '')
  if (section === 'inspectedParty') form.setValue('inspectedParty.enterpriseId', enterprise.id, { shouldDirty: true })
  else if (enterprise.size !== '') form.setValue('producer.size', enterprise.size, { shouldDirty: true })
}
