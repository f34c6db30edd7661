import type { TestItem } from '#shared/reference/test-item'
import { type ItemVerdict, itemVerdict, type SheetVerdict, sheetVerdict } from '#shared/reference/verdict'
import type { ItemForm } from './sheet-doc'

/** A row as typed so far, judged as it stands. A code nobody knows cannot come out of the form. */
export const verdictOfItem = (item: ItemForm): ItemVerdict => itemVerdict(item as Partial<TestItem>)

export const verdictOfSheet = (items: readonly ItemForm[] = []): SheetVerdict => sheetVerdict(items as readonly Partial<TestItem>[])
