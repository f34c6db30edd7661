import Big from 'big.js'
import type { TestItem } from './test-item.ts'

export type ItemVerdict = 'pass' | 'fail' | 'undecided'

type Loose = { readonly [K in keyof TestItem]?: TestItem[K] | undefined }

function number(text: string | undefined): Big | null {
  try {
    return text === undefined || text.trim() === '' ? null : new Big(text.trim())
  } catch {
    return null
  }
}

type Fits = (value: Big, low: Big | null, high: Big | null) => boolean | null

const atLeast: Fits = (value, low) => (low === null ? null : value.gte(low))
const atMost: Fits = (value, _low, high) => (high === null ? null : value.lte(high))

/** Does a value meet a requirement; null while a limit it needs is missing. */
const FITS: Readonly<Record<Exclude<TestItem['requirement'], 'qualitative'>, Fits>> = {
  atLeast,
  atMost,
  between: (value, low, high) => (low === null || high === null ? null : value.gte(low) && value.lte(high)),
  equals: (value, _low, high) => (high === null ? null : value.eq(high)),
}

const verdictOf = (fits: boolean | null): ItemVerdict => (fits === null ? 'undecided' : fits ? 'pass' : 'fail')

function qualitativeVerdict(result: string, expected = ''): ItemVerdict {
  return expected.trim() === '' ? 'undecided' : verdictOf(result === expected.trim())
}

const BELOW_DETECTION = /^(<|＜|未检出|nd$)/i

/**
 * The verdict of one item by full-value comparison (GB/T 8170-2008, 4.3.2): the value as reported against the limit, unrounded.
 * "<LOD" and "未检出" satisfy an upper limit and decide nothing else. Undecided while a number is missing.
 */
export function itemVerdict(item: Loose): ItemVerdict {
  const { requirement, result: reported = '', expected, low, high } = item
  const result = reported.trim()
  if (result === '' || requirement === undefined) return 'undecided'
  if (requirement === 'qualitative') return qualitativeVerdict(result, expected)
  if (BELOW_DETECTION.test(result)) return requirement === 'atMost' ? 'pass' : 'undecided'
  const value = number(result)
  return value === null ? 'undecided' : verdictOf(FITS[requirement](value, number(low), number(high)))
}

export type SheetVerdict = 'noNonconformityFound' | 'nonconforming' | 'seriouslyNonconforming' | 'undecided'

/** One failed item fails the batch; a failed A item makes it serious; a pass reads 未发现不合格, never 合格. */
export function sheetVerdict(items: readonly Loose[]): SheetVerdict {
  const verdicts = items.map((item) => ({ verdict: itemVerdict(item), weight: item.weight }))
  if (verdicts.some(({ verdict, weight }) => verdict === 'fail' && weight === 'A')) return 'seriouslyNonconforming'
  if (verdicts.some(({ verdict }) => verdict === 'fail')) return 'nonconforming'
  return verdicts.length > 0 && verdicts.every(({ verdict }) => verdict === 'pass') ? 'noNonconformityFound' : 'undecided'
}
