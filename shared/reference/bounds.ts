import Big from 'big.js'
import type { Measured } from './measured.ts'
import { decimalsOf, roundHalfEven } from './rounding.ts'
import type { TestItem } from './test-item.ts'

export type LooseItem = { readonly [K in keyof TestItem]?: TestItem[K] | undefined }

/** One side of what is required, as it is written, and who asks it: the standard (标准值) or the label (明示值). */
export interface Bound {
  readonly side: 'low' | 'high' | 'equal'
  readonly text: string
  readonly by: 'limit' | 'claim'
}

const numberOf = (text: string | undefined): Big | null => {
  try {
    return text === undefined || text.trim() === '' ? null : new Big(text.trim())
  } catch {
    return null
  }
}

type Side = Extract<Bound['side'], 'low' | 'high'>

/** Which limits a requirement has; one that is missing makes the item undecidable. */
const LIMITS: Readonly<Record<Exclude<TestItem['requirement'], 'qualitative'>, readonly Bound['side'][]>> = {
  atMost: ['high'],
  atLeast: ['low'],
  between: ['low', 'high'],
  equals: ['equal'],
}

function bound(side: Bound['side'], text: string | undefined, by: Bound['by']): Bound | null {
  return numberOf(text) === null ? null : { side, text: (text ?? '').trim(), by }
}

/** The stricter of limit and claim; a tie is the limit's. */
function stricter(side: Side, limit: Bound | null, claim: Bound | null): Bound | null {
  if (limit === null || claim === null) return limit ?? claim
  const [standard, label] = [new Big(limit.text), new Big(claim.text)]
  const isStricter = side === 'high' ? label.lt(standard) : label.gt(standard)
  return isStricter ? claim : limit
}

const claimOf = ({ claimLow, claimHigh }: LooseItem, side: Side): Bound | null =>
  bound(side, side === 'high' ? claimHigh : claimLow, 'claim')

const isRecommended = ({ standing }: LooseItem): boolean => standing === 'recommended'

/**
 * The bounds that decide. 明示 stricter than the standard decides; a mandatory limit decides over a looser claim; a recommended one binds
 * only what is claimed, so its item without a claim is not judged ([]). null while a limit is missing.
 */
export function boundsOf(item: LooseItem): readonly Bound[] | null {
  const { requirement, low, high } = item
  if (requirement === undefined || requirement === 'qualitative') return null
  const claims = (['low', 'high'] as const).map((side) => claimOf(item, side))
  if (isRecommended(item)) return claims.filter((claim) => claim !== null)
  if (requirement === 'equals') {
    const only = bound('equal', high, 'limit')
    return only === null ? null : [only]
  }
  const needed = LIMITS[requirement]
  const limits = { low: bound('low', low, 'limit'), high: bound('high', high, 'limit') }
  if (needed.some((side) => side !== 'equal' && limits[side] === null && claimOf(item, side) === null)) return null
  return (['low', 'high'] as const)
    .map((side) => stricter(side, needed.includes(side) ? limits[side] : null, claimOf(item, side)))
    .filter((found) => found !== null)
}

/** What must be found of a qualitative item, and who asks it; null while nobody does, 'notJudged' where nothing is claimed. */
export function expectedOf(item: LooseItem): { readonly text: string; readonly by: Bound['by'] } | 'notJudged' | null {
  const [expected, claimed] = [item.expected?.trim() ?? '', item.claimExpected?.trim() ?? '']
  if (isRecommended(item)) return claimed === '' ? 'notJudged' : { text: claimed, by: 'claim' }
  if (expected !== '') return { text: expected, by: 'limit' }
  return claimed === '' ? null : { text: claimed, by: 'claim' }
}

/** Next to an open end: smaller than any digit that is written. */
const NUDGE = '1e-15'

/** 修约值比较, GB/T 8170-2008, 4.3.3: rounded once, to the digits the limit is written with. */
export function roundedTo(measured: Measured, { text }: Bound): Measured {
  const places = decimalsOf(text)
  const low = measured.low === null ? null : roundHalfEven(measured.lowOpen ? measured.low.plus(NUDGE) : measured.low, places)
  const high = measured.high === null ? null : roundHalfEven(measured.highOpen ? measured.high.minus(NUDGE) : measured.high, places)
  return { low, lowOpen: false, high, highOpen: false }
}

function isAtMost({ low, lowOpen, high }: Measured, limit: Big): boolean | null {
  if (high?.lte(limit) === true) return true
  return low !== null && (low.gt(limit) || (lowOpen && low.eq(limit))) ? false : null
}

function isAtLeast({ low, high, highOpen }: Measured, limit: Big): boolean | null {
  if (low?.gte(limit) === true) return true
  return high !== null && (high.lt(limit) || (highOpen && high.eq(limit))) ? false : null
}

/** Does everything that may be true meet the bound; null when some of it does and some does not. */
export function meets(measured: Measured, { side, text }: Bound): boolean | null {
  const limit = new Big(text)
  if (side === 'high') return isAtMost(measured, limit)
  if (side === 'low') return isAtLeast(measured, limit)
  const [most, least] = [isAtMost(measured, limit), isAtLeast(measured, limit)]
  if (most === false || least === false) return false
  return most === true && least === true ? true : null
}
