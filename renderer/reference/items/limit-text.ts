import { useWords } from '../../kernel/i18n'
import { claimText, type ItemForm } from './item-doc'

/** A limit as a report writes it: `≤ 3.5 %`, `4.0–7.5`, or what must be found; with what is claimed, where that is more. */
export function useLimitText(): (item: ItemForm) => string {
  const t = useWords()
  return (item) => {
    const { requirement, low = '', high = '', expected = '', unit = '' } = item
    const limits: Readonly<Record<string, string>> = {
      atMost: `${t('items.requirement.atMost')} ${high}`,
      atLeast: `${t('items.requirement.atLeast')} ${low}`,
      between: `${low}–${high}`,
      equals: high,
      qualitative: expected,
    }
    const limit = `${limits[requirement ?? ''] ?? ''} ${unit}`.trim()
    const claim = claimText(item)
    return claim === '' ? limit : `${limit} (${t('items.column.claim')} ${claim})`
  }
}
