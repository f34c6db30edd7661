import type { TestItem } from '#shared/reference/test-item'
import { explainItem, type ItemExplained, type SheetVerdict, sheetVerdict } from '#shared/reference/verdict'
import type { ItemForm } from './item-doc'

/** A row as typed so far, judged as it stands. A code nobody knows cannot come out of the form. */
export const explainedItem = (item: ItemForm): ItemExplained => explainItem(item as Partial<TestItem>)

export const verdictOfItems = (items: readonly ItemForm[] = []): SheetVerdict => sheetVerdict(items as readonly Partial<TestItem>[])
