import { Button } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { useSheet } from './sheet-context'
import type { ItemForm, SheetForm } from './sheet-doc'

export function useRule() {
  const { rules } = useSheet()
  const kind = useWatch<SheetForm, 'product.kind'>({ name: 'product.kind' })
  return rules.find((rule) => rule.kind === kind)
}

/** What the sampling rule (实施细则) of the chosen kind asks for, and a button that fills it in. */
export function RuleFill() {
  const t = useWords()
  const { done } = useFeedback()
  const { getValues, setValue } = useFormContext<SheetForm>()
  const rule = useRule()
  if (rule === undefined) return null
  const fill = (): void => {
    setValue('sampling.unit', rule.unit, { shouldDirty: true })
    setValue('sampling.testQuantity', rule.testQuantity, { shouldDirty: true })
    setValue('sampling.backupQuantity', rule.backupQuantity, { shouldDirty: true })
    setValue('items', withRuleItems(getValues('items') ?? [], rule.items), { shouldDirty: true })
    if ((getValues('product.name') ?? '') === '') setValue('product.name', rule.kind, { shouldDirty: true })
    done(t('spotCheck.form.ruleFilled', { n: rule.items.length }))
  }
  const { edition, testQuantity: test, backupQuantity: backup, unit, baseMinimum: base } = rule
  return (
    <div className="rule-fill">
      <span>
        {t('spotCheck.form.ruleHint', { edition, test, backup, unit, base, items: rule.items.length })}
        {rule.sure === 'memory' && <em className="rule-unsure"> {t('spotCheck.form.ruleUnsure')}</em>}
      </span>
      <Button size="small" onClick={fill}>
        {t('spotCheck.form.fillFromRule')}
      </Button>
    </div>
  )
}

/** The rule's items replace rows of the same name but never what the laboratory found; a person's own rows stay. */
function withRuleItems(rows: readonly ItemForm[], items: readonly ItemForm[]): ItemForm[] {
  const resultOf = (name: string | undefined) => rows.find((row) => row.name === name)?.result
  const own = rows.filter((row) => (row.name ?? '') !== '' && items.every(({ name }) => name !== row.name))
  return [...items.map((item) => ({ ...item, result: resultOf(item.name) })), ...own]
}

export function BaseHint() {
  const t = useWords()
  const rule = useRule()
  return rule === undefined ? null : <span>{t('spotCheck.form.baseHint', { base: rule.baseMinimum })}</span>
}
