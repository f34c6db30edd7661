import './items.css'
import { useFormContext, useWatch } from 'react-hook-form'
import type { SheetVerdict } from '#shared/reference/verdict'
import { useWords } from '../../kernel/i18n'
import type { ItemForm } from './item-doc'
import { verdictOfItems } from './verdicts'

/** The verdict in a word and a colour; a pass reads 未发现不合格, never 合格. */
export function VerdictPill({ verdict }: { readonly verdict: SheetVerdict }) {
  const t = useWords()
  return (
    <span className="verdict" data-verdict={verdict}>
      {t('items.verdict.label')} <strong>{t(`items.verdict.${verdict}`)}</strong>
    </span>
  )
}

export function LiveVerdict() {
  const { control } = useFormContext<{ items?: ItemForm[] }>()
  const items = useWatch({ control, name: 'items' }) ?? []
  return <VerdictPill verdict={verdictOfItems(items)} />
}
