import type { Bilingual } from '../kernel/bilingual.ts'
import type { Bound } from './bounds.ts'
import type { Decided, OpenReason } from './decide-item.ts'
import { normalizeUnit } from './units.ts'

export type SheetVerdict = 'noNonconformityFound' | 'nonconforming' | 'seriouslyNonconforming' | 'undecided'

type Both = Bilingual

const OPEN: Readonly<Record<OpenReason, Both>> = {
  empty: { zh: '还没有结果', en: 'no result yet' },
  noNumber: { zh: '结果不是数值，不能判定', en: 'the result is no number' },
  otherUnit: { zh: '结果的单位与标准值的单位不能换算，不能判定', en: 'the unit of the result cannot be turned into that of the limit' },
  noDetectionLimit: { zh: '没有给出检出限，不能判定', en: 'no limit of detection is given' },
  noLimit: { zh: '没有标准值，不能判定', en: 'there is no limit' },
  straddles: { zh: '结果的界限在标准值两侧，不能判定', en: 'the result lies on both sides of the limit' },
  notClaimed: { zh: '推荐性标准的项目，产品没有明示，不判定', en: 'of a recommended standard and not claimed: not judged' },
}

const SIGNS: Readonly<Record<Bound['side'], string>> = { low: '≥ ', high: '≤ ', equal: '' }
const NAME_LENGTH = 40

const withUnit = (value: string, unit: string | undefined): string => {
  const short = normalizeUnit(unit)
  return short === '' ? value : `${value} ${short}`
}

const nameOf = ({ item }: Decided): string => (item.name ?? '').slice(0, NAME_LENGTH)

/** What is added to a value as reported: what it is in the unit of the limit, and what it is rounded to. */
function additions({ item, value, compared, comparison }: Decided): { readonly converted: string; readonly rounded: string } {
  const isRounded = comparison === 'rounded' && compared !== null && compared !== value
  return {
    converted: value === null || value === item.result?.trim() ? '' : withUnit(value, item.unit),
    rounded: isRounded ? withUnit(compared, item.unit) : '',
  }
}

const around = (before: string, text: string, after = ''): string => (text === '' ? '' : `${before}${text}${after}`)

function foundText(decided: Decided): Both {
  const { resultUnit, unit, result = '' } = decided.item
  const own = /\d/.test(result) ? withUnit(result.trim(), resultUnit ?? unit) : result.trim()
  const { converted, rounded } = additions(decided)
  return {
    zh: `实测 ${own}${around('（合 ', converted, '）')}${around('，修约为 ', rounded)}`,
    en: `found ${own}${around(' (', converted, ')')}${around(', rounded to ', rounded)}`,
  }
}

function boundText({ item, bounds }: Decided): Both {
  const said = bounds.map(({ side, text }) => withUnit(`${SIGNS[side]}${text}`, item.unit))
  return { zh: said.join(' 且 '), en: said.join(' and ') }
}

function byText({ decidedBy, comparison, item }: Decided): Both {
  const source = decidedBy === 'claim' ? { zh: '明示值', en: 'claimed' } : { zh: '标准值', en: 'limit' }
  if (item.requirement === 'qualitative') return source
  const how =
    comparison === 'rounded' ? { zh: '修约值比较', en: 'rounded value compared' } : { zh: '全数值比较', en: 'full value compared' }
  return { zh: `${source.zh}，${how.zh}`, en: `${source.en}, ${how.en}` }
}

/** One item in one sentence: what was found, against what, how compared. */
export function itemSentence(decided: Decided): Both {
  const { verdict, why } = decided
  const name = nameOf(decided)
  if (why !== null) {
    const result = decided.value === null || why === 'empty' ? { zh: '', en: '' } : foundText(decided)
    return {
      zh: `${name}：${result.zh === '' ? '' : `${result.zh}，`}${OPEN[why].zh}`,
      en: `${name}: ${result.en === '' ? '' : `${result.en}; `}${OPEN[why].en}`,
    }
  }
  const [found, bound, by] = [foundText(decided), boundText(decided), byText(decided)]
  return {
    zh: `${name}：${found.zh}，应为 ${bound.zh}（${by.zh}），${verdict === 'pass' ? '符合' : '不符合'}`,
    en: `${name}: ${found.en}, required ${bound.en} (${by.en}): ${verdict === 'pass' ? 'meets it' : 'fails'}`,
  }
}

const VERDICTS: Readonly<Record<SheetVerdict, Both>> = {
  noNonconformityFound: { zh: '未发现不合格', en: 'no nonconformity found' },
  nonconforming: { zh: '不合格', en: 'nonconforming' },
  seriouslyNonconforming: { zh: '严重不合格', en: 'seriously nonconforming' },
  undecided: { zh: '还不能判定', en: 'undecided' },
}

/** So many items are told in full; of more, only how many. */
const TOLD = 2

function told(decided: readonly Decided[]): Both {
  const sentences = decided.slice(0, TOLD).map(itemSentence)
  const more = decided.length - TOLD
  return {
    zh: `${sentences.map(({ zh }) => zh).join('；')}${more > 0 ? `；另 ${String(more)} 项` : ''}`,
    en: `${sentences.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}`,
  }
}

interface SheetFacts {
  readonly verdict: SheetVerdict
  readonly edition: string
  readonly judged: readonly Decided[]
  readonly notJudged: number
}

function opening({ edition, judged, notJudged }: SheetFacts): Both {
  const count = String(judged.length)
  const without =
    notJudged === 0 ? { zh: '', en: '' } : { zh: `（另 ${String(notJudged)} 项不判定）`, en: ` (${String(notJudged)} more are not judged)` }
  return {
    zh: `${edition === '' ? '' : `依据 ${edition}，`}判定 ${count} 项${without.zh}`,
    en: `${edition === '' ? '' : `By ${edition}, `}${count} item${judged.length === 1 ? '' : 's'} judged${without.en}`,
  }
}

/** The verdict of a batch in one sentence. */
export function sheetSentence(facts: SheetFacts): Both {
  const { verdict, judged } = facts
  const start = opening(facts)
  const end = VERDICTS[verdict]
  if (verdict === 'noNonconformityFound') return { zh: `${start.zh}，均符合：${end.zh}`, en: `${start.en}, all met: ${end.en}` }
  const wanted = verdict === 'undecided' ? 'undecided' : 'fail'
  const of = judged.filter((decided) => decided.verdict === wanted)
  const heavy = verdict === 'seriouslyNonconforming' ? of.filter(({ item }) => item.weight === 'A') : []
  const rest = of.filter((decided) => !heavy.includes(decided))
  const [items, count] = [told([...heavy, ...rest]), String(of.length)]
  const serious =
    heavy.length === 0 ? { zh: '', en: '' } : { zh: `，其中 A 类 ${String(heavy.length)} 项`, en: `, ${String(heavy.length)} of class A` }
  const open = verdict === 'undecided'
  return {
    zh: `${start.zh}，${count} 项${open ? '未定' : '不符合'}${serious.zh}${items.zh === '' ? '' : `（${items.zh}）`}：${end.zh}`,
    en: `${start.en}, ${count} ${open ? 'open' : 'failed'}${serious.en}${items.en === '' ? '' : ` (${items.en})`}: ${end.en}`,
  }
}
