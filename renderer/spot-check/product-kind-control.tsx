import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { ComboControl } from '../kernel/controls/combo-control'
import type { ControlProps } from '../kernel/controls/control'
import type { FieldControlProps, FieldKindOf } from '../kernel/form/form-frame'
import { useLanguage } from '../kernel/i18n'
import { store } from './store'

export function useRules() {
  const { data } = useQuery(store.ask('reference.listSamplingRules', {}))
  return data ?? []
}

/** The kind exactly as its sampling rule names it; a kind without a rule may be typed. */
function ProductKindControl(control: ControlProps<string>) {
  const rules = useRules()
  const language = useLanguage()
  const typed = (control.value ?? '').trim().toLowerCase()
  const exact = rules.some(({ kind }) => kind === control.value)
  const matching = exact ? rules : rules.filter(({ kind, en }) => `${kind} ${en}`.toLowerCase().includes(typed))
  return (
    <ComboControl
      {...control}
      eager
      onPick={control.onChange}
      suggestions={matching.map(({ kind, en, edition }) => ({
        key: kind,
        title: kind,
        detail: language === 'zh' ? edition : `${en} · ${edition}`,
      }))}
    />
  )
}

/** With the kind goes the edition of its rule in force now; the document stays on it, whatever comes later. */
function RuledKindControl({ of, value, onChange, ...common }: FieldControlProps) {
  const rules = useRules()
  const { setValue } = useFormContext()
  const edition = of.key === 'productKind' ? 'ruleEdition' : 'product.ruleEdition'
  const choose = (kind: string | undefined): void => {
    onChange(kind)
    if (kind !== value) setValue(edition, rules.find((rule) => rule.kind === kind)?.edition, { shouldDirty: true })
  }
  return <ProductKindControl {...common} value={typeof value === 'string' ? value : undefined} onChange={choose} />
}

export const productKindKind: FieldKindOf = { Control: RuledKindControl }

/** A kind alone, where no edition is kept with it. */
export const kindOnlyKind: FieldKindOf = {
  Control: ({ of: _of, value, ...common }: FieldControlProps) => (
    <ProductKindControl {...common} value={typeof value === 'string' ? value : undefined} />
  ),
}
