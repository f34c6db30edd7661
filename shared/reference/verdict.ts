import type { Bilingual } from '../kernel/bilingual.ts'
import type { LooseItem } from './bounds.ts'
import { type Decided, decideItem, type ItemVerdict } from './decide-item.ts'
import { itemSentence, type SheetVerdict, sheetSentence } from './verdict-words.ts'

export type { ItemVerdict } from './decide-item.ts'
export type { SheetVerdict } from './verdict-words.ts'

export interface ItemExplained extends Pick<Decided, 'verdict' | 'decidedBy' | 'value' | 'compared' | 'comparison'> {
  readonly sentence: Bilingual
}

/**
 * The verdict of one item with everything that led to it: by whose limit, the value in the unit of the limit, the value compared (as
 * found, or rounded by GB/T 8170-2008 to the digits of the limit), and a sentence that says so. Undecided, never guessed, while a
 * number, a limit or a conversion is missing, or when "<x" lies on both sides of the limit.
 */
export function explainItem(item: LooseItem): ItemExplained {
  const decided = decideItem(item)
  const { verdict, decidedBy, value, compared, comparison } = decided
  return { verdict, decidedBy, value, compared, comparison, sentence: itemSentence(decided) }
}

/** The verdict of one item; an item that is not judged is undecided. */
export const itemVerdict = (item: LooseItem): ItemVerdict => decideItem(item).verdict

function verdictOf(judged: readonly Decided[]): SheetVerdict {
  const failed = judged.filter(({ verdict }) => verdict === 'fail')
  if (failed.some(({ item }) => item.weight === 'A')) return 'seriouslyNonconforming'
  if (failed.length > 0) return 'nonconforming'
  return judged.length > 0 && judged.every(({ verdict }) => verdict === 'pass') ? 'noNonconformityFound' : 'undecided'
}

const judgedOf = (items: readonly LooseItem[]): Decided[] => items.map(decideItem).filter(({ decidedBy }) => decidedBy !== 'notJudged')

/** One failed item fails the batch; a failed A item makes it serious; a pass reads 未发现不合格, never 合格. */
export const sheetVerdict = (items: readonly LooseItem[]): SheetVerdict => verdictOf(judgedOf(items))

export interface VerdictExplained {
  readonly verdict: SheetVerdict
  /** Names of the items that failed. */
  readonly failed: readonly string[]
  readonly sentence: Bilingual
}

/** The verdict of a batch in one sentence: by which edition, over how many items, on which one it rests. */
export function explainVerdict(items: readonly LooseItem[], edition: string): VerdictExplained {
  const judged = judgedOf(items)
  const verdict = verdictOf(judged)
  const failed = judged.filter((decided) => decided.verdict === 'fail')
  return {
    verdict,
    failed: failed.map(({ item }) => item.name ?? ''),
    sentence: sheetSentence({ verdict, edition, judged, notJudged: items.length - judged.length }),
  }
}
