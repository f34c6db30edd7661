import { ComboControl } from '../kernel/controls/combo-control'
import type { ControlProps } from '../kernel/controls/control'
import { useLanguage } from '../kernel/i18n'
import { useSheet } from './sheet-context'

/** The kind exactly as its sampling rule names it; a kind without a rule may be typed. */
export function ProductKindControl(control: ControlProps<string>) {
  const { rules } = useSheet()
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
