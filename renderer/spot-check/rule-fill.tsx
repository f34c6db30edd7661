import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { SamplingRule } from '#shared/reference/reference'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { useShortcuts } from '../kernel/shortcuts'
import type { ItemForm } from '../reference/items/item-doc'
import { useRules } from './product-kind-control'
import type { SheetForm } from './sheet-doc'
import { store } from './store'

/** The rule of the chosen kind in the edition the sheet stands on, which may no longer be the one in force. */
export function useRule(): { readonly rule: SamplingRule | undefined; readonly inForce: SamplingRule | undefined } {
  const rules = useRules()
  const [kind, edition] = useWatch<SheetForm, ['product.kind', 'product.ruleEdition']>({ name: ['product.kind', 'product.ruleEdition'] })
  const inForce = rules.find((rule) => rule.kind === kind)
  const isOld = edition !== undefined && inForce?.edition !== edition
  const { data } = useQuery({ ...store.ask('reference.listItems', { table: 'samplingRule' }), enabled: isOld })
  if (!isOld) return { rule: inForce, inForce }
  const all = (data?.items ?? []).flatMap(({ item }) => SamplingRule.safeParse(item).data ?? [])
  return { rule: all.find((rule) => rule.kind === kind && rule.edition === edition), inForce }
}

/** What the sampling rule (实施细则) of the chosen kind asks for, where it comes from, and a button that fills it in. */
export function RuleFill() {
  const t = useWords()
  const { done, note } = useFeedback()
  const { getValues, setValue } = useFormContext<SheetForm>()
  const { rule, inForce } = useRule()
  const fill = (from: SamplingRule): void => {
    setValue('product.ruleEdition', from.edition, { shouldDirty: true })
    setValue('sampling.unit', from.unit, { shouldDirty: true })
    setValue('sampling.testQuantity', from.testQuantity, { shouldDirty: true })
    setValue('sampling.backupQuantity', from.backupQuantity, { shouldDirty: true })
    setValue('items', withRuleItems(getValues('items') ?? [], from.items), { shouldDirty: true })
    if ((getValues('product.name') ?? '') === '') setValue('product.name', from.kind, { shouldDirty: true })
    done(t('spotCheck.form.ruleFilled', { n: from.items.length }))
  }
  useShortcuts({ f6: () => (rule === undefined ? note(t('spotCheck.form.ruleNone')) : fill(rule)) })
  if (rule === undefined && inForce === undefined) return null
  const moved = inForce !== undefined && rule?.edition !== inForce.edition
  return (
    <div className="rule-fill">
      {rule !== undefined && (
        <div className="rule-line">
          <RuleFacts rule={rule} />
          <Button size="small" data-action="fill-from-rule" onClick={() => fill(rule)}>
            {t('spotCheck.form.fillFromRule')} <kbd>F6</kbd>
          </Button>
        </div>
      )}
      {moved && (
        <div className="rule-line rule-moved">
          <span>{t('spotCheck.form.ruleMoved', { edition: inForce.edition })}</span>
          <Button size="small" onClick={() => fill(inForce)}>
            {t('spotCheck.form.ruleMove')}
          </Button>
        </div>
      )}
    </div>
  )
}

export function RuleFacts({ rule }: { readonly rule: SamplingRule }) {
  const t = useWords()
  const { edition, testQuantity: test, backupQuantity: backup, unit, baseMinimum: base, validFrom, validTo, source } = rule
  return (
    <span>
      {t('spotCheck.form.ruleHint', { edition, test, backup, unit, base, items: rule.items.length })}
      <span className="quiet">
        {' '}
        {validFrom !== undefined && t('spotCheck.form.ruleFrom', { from: validFrom })}
        {validTo !== undefined && t('spotCheck.form.ruleTo', { to: validTo })}
        {t('spotCheck.form.ruleSource', { source })}
      </span>
      {rule.sure === 'memory' && <em className="rule-unsure"> {t('spotCheck.form.ruleUnsure')}</em>}
    </span>
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
  const { rule } = useRule()
  return rule === undefined ? null : <span>{t('spotCheck.form.baseHint', { base: rule.baseMinimum })}</span>
}
