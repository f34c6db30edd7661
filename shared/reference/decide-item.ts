import { type Bound, boundsOf, expectedOf, type LooseItem, meets, roundedTo } from './bounds.ts'
import { isNotDetected, type Measured, type Reading, readResult } from './measured.ts'
import { decimalsOf } from './rounding.ts'
import { normalizeUnit } from './units.ts'

export type ItemVerdict = 'pass' | 'fail' | 'undecided'

/** Why an item cannot be decided. */
export type OpenReason = 'empty' | 'noNumber' | 'otherUnit' | 'noDetectionLimit' | 'noLimit' | 'straddles' | 'notClaimed'

/** An item as decided, before it is put in words. */
export interface Decided {
  readonly verdict: ItemVerdict
  readonly decidedBy: Bound['by'] | 'notJudged'
  /** The result in the unit of the limit; null when it cannot be read. */
  readonly value: string | null
  /** What was held against the limit: the same, or rounded to the digits of the limit. */
  readonly compared: string | null
  readonly comparison: 'fullValue' | 'rounded'
  readonly item: LooseItem
  /** The bound that failed or is open, else all that were met. */
  readonly bounds: readonly Bound[]
  readonly why: OpenReason | null
}

const digits = (value: NonNullable<Measured['low']>, places?: number): string => value.toFixed(places)

/** An interval as laboratories write it. */
function measuredText({ low, lowOpen, high, highOpen }: Measured, places?: number): string {
  if (low === null) return high === null ? '' : `${highOpen ? '<' : '≤'}${digits(high, places)}`
  if (high === null) return `${lowOpen ? '>' : '≥'}${digits(low, places)}`
  if (low.eq(high)) return digits(low, places)
  return lowOpen ? `${digits(low, places)}(${low.gte(0) ? '+' : '-'})` : `${digits(high, places)}(${high.gt(0) ? '-' : '+'})`
}

const comparisonOf = ({ comparison = 'fullValue' }: LooseItem): Decided['comparison'] => comparison

const open = (item: LooseItem, why: OpenReason, value: string | null = null): Decided => ({
  item,
  verdict: 'undecided',
  decidedBy: 'limit',
  value,
  compared: null,
  comparison: comparisonOf(item),
  bounds: [],
  why,
})

const notJudged = (item: LooseItem): Decided => ({ ...open(item, 'notClaimed', item.result?.trim() ?? null), decidedBy: 'notJudged' })

/** Is what was found what must be found; "not detected" and a result below a limit of detection are the same. */
function isAsExpected(item: LooseItem, expected: string): boolean {
  const result = item.result?.trim() ?? ''
  if (result === expected) return true
  if (!isNotDetected(expected)) return false
  const reading = readResult(item)
  return isNotDetected(result) || (reading.kind === 'value' && reading.measured.low === null)
}

/** 定性: found or not found, in words. */
function decideQualitative(item: LooseItem): Decided {
  const expected = expectedOf(item)
  const result = item.result?.trim() ?? ''
  if (expected === 'notJudged') return notJudged(item)
  if (result === '') return open(item, 'empty')
  if (expected === null) return open(item, 'noLimit', result)
  const { text, by } = expected
  const verdict = isAsExpected(item, text) ? 'pass' : 'fail'
  return {
    ...open(item, 'empty'),
    verdict,
    decidedBy: by,
    value: result,
    compared: result,
    bounds: [{ side: 'equal', text, by }],
    why: null,
  }
}

/** What decides: the first bound that is not met, else one that is open, else a claim among those met, else the limit. */
function deciding(bounds: readonly Bound[], found: readonly (boolean | null)[]): { readonly at: number; readonly verdict: ItemVerdict } {
  const failed = found.indexOf(false)
  if (failed >= 0) return { at: failed, verdict: 'fail' }
  const unsure = found.indexOf(null)
  if (unsure >= 0) return { at: unsure, verdict: 'undecided' }
  return {
    at: Math.max(
      0,
      bounds.findIndex(({ by }) => by === 'claim'),
    ),
    verdict: 'pass',
  }
}

const isConverted = ({ unit, resultUnit }: LooseItem): boolean =>
  normalizeUnit(resultUnit) !== '' && normalizeUnit(resultUnit) !== normalizeUnit(unit)

function decideNumber(item: LooseItem, bounds: readonly Bound[], measured: Measured): Decided {
  const comparison = comparisonOf(item)
  const against = bounds.map((bound) => (comparison === 'rounded' ? roundedTo(measured, bound) : measured))
  const { at, verdict } = deciding(
    bounds,
    bounds.map((bound, index) => meets(against[index] ?? measured, bound)),
  )
  const decider = bounds[at]
  if (decider === undefined) throw new Error('nothing to decide by')
  const value = isConverted(item) ? measuredText(measured) : (item.result?.trim() ?? '')
  const compared = comparison === 'rounded' ? measuredText(against[at] ?? measured, decimalsOf(decider.text)) : value
  const shown = verdict === 'pass' ? bounds : [decider]
  return {
    item,
    verdict,
    decidedBy: decider.by,
    value,
    compared,
    comparison,
    bounds: shown,
    why: verdict === 'undecided' ? 'straddles' : null,
  }
}

/** Decides one item; see `explainItem`. */
export function decideItem(item: LooseItem): Decided {
  if (item.requirement === 'qualitative') return decideQualitative(item)
  const bounds = boundsOf(item)
  if (bounds?.length === 0) return notJudged(item)
  const reading: Reading = readResult(item)
  if (reading.kind === 'open') return open(item, reading.why, item.result?.trim() || null)
  return bounds === null ? open(item, 'noLimit', item.result?.trim() ?? null) : decideNumber(item, bounds, reading.measured)
}
