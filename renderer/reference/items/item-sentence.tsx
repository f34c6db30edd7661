import type { ItemExplained } from '#shared/reference/verdict'
import { useNameOf, useWords } from '../../kernel/i18n'
import type { ItemForm } from './item-doc'
import { explainedItem } from './verdicts'

/** How the verdict of one item came about; and, where it makes a difference, what the other way of comparing would have said. */
export function ItemSentence({ item, explained }: { readonly item: ItemForm; readonly explained: ItemExplained }) {
  const t = useWords()
  const nameOf = useNameOf()
  const otherWay = explained.comparison === 'rounded' ? ('fullValue' as const) : ('rounded' as const)
  const other = item.requirement === 'qualitative' ? null : explainedItem({ ...item, comparison: otherWay })
  return (
    <>
      <span>{nameOf(explained.sentence)}</span>
      {other !== null && other.compared !== null && explained.compared !== null && (
        <span className="item-compared" data-differs={other.verdict !== explained.verdict}>
          {t(`items.compared.${explained.comparison}`, { value: explained.compared })}
          {' · '}
          {t(`items.compared.${other.comparison}`, { value: other.compared })}
          {other.verdict !== explained.verdict && ` · ${t('items.compared.differs', { verdict: t(`items.itemVerdict.${other.verdict}`) })}`}
        </span>
      )}
    </>
  )
}
