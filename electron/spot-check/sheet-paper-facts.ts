import { textAt } from '#shared/kernel/kind'
import { isTested, itemRows } from '#shared/reference/item-rows'
import { sheetVerdict } from '#shared/reference/verdict'
import type { SheetDraft } from '#shared/spot-check/decide-submit-sheet'
import type { World } from '../kernel/world.ts'

/** What the papers of a sampling sheet say beyond it: its items in words, the verdict, in whose name and to whom they are written. */
export function sheetPaperFacts(world: World, { doc }: { readonly doc: { readonly [key: string]: unknown } }) {
  const { items = [] } = doc as Pick<SheetDraft, 'items'>
  const tested = isTested(items)
  const party = (key: string): string => textAt(doc, 'inspectedParty', key)
  return {
    bureau: { name: textAt(doc, 'head', 'taskAuthority') || world.self.org },
    addressee: { name: party('name'), address: party('address'), uscc: party('uscc'), contact: party('contact'), phone: party('phone') },
    items: itemRows(items),
    tested,
    ...(tested ? { verdict: sheetVerdict(items) } : {}),
  }
}
