import Big from 'big.js'
import { convertUnit } from './units.ts'

/**
 * What a laboratory reported, as the interval the true value lies in: a number is a point, "<0.01" everything below it. An end that
 * is open (`<` rather than `≤`) is not part of it; null is without end.
 */
export interface Measured {
  readonly low: Big | null
  readonly lowOpen: boolean
  readonly high: Big | null
  readonly highOpen: boolean
}

export type Reading =
  | { readonly kind: 'value'; readonly measured: Measured }
  | { readonly kind: 'open'; readonly why: 'empty' | 'noNumber' | 'otherUnit' | 'noDetectionLimit' }

interface Reported {
  readonly result?: string | undefined
  readonly resultUnit?: string | undefined
  readonly unit?: string | undefined
  readonly lod?: string | undefined
}

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?`
const PLAIN = new RegExp(`^(${NUMBER})(?:\\((\\+|-)\\))?$`)
const COMPARED = new RegExp(`^(<=|>=|<|>)(${NUMBER})$`)
/** Not detected, however it is written; the detection limit of the method is its bound. */
const NOT_DETECTED = /^(?:未检出|未检测出|不得检出|n\.?d\.?|<(?:lod|检出限|定量限|loq))$/i
const NOT_DETECTED_WITH = new RegExp(`^(?:未检出|n\\.?d\\.?)\\((?:lod[:=]?|检出限[:=]?)?<?(${NUMBER})\\)$`, 'i')

/** Full-width signs and spaces are the same as half-width ones. */
const plain = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/g, '').replaceAll('≤', '<=').replaceAll('≥', '>=').replaceAll('−', '-')

export const isNotDetected = (text: string): boolean => NOT_DETECTED.test(plain(text)) || NOT_DETECTED_WITH.test(plain(text))

const between = (low: Big | null, lowOpen: boolean, high: Big | null, highOpen: boolean): Measured => ({ low, lowOpen, high, highOpen })

/**
 * 报出值 with (+) or (-): it was rounded, and the value as found is farther from nought, or nearer to it (GB/T 8170-2008, 3.3). It lies
 * within half a unit of the last digit.
 */
function nudged(value: Big, sign: string, digits: number): Measured {
  const farther = sign === '+'
  const half = new Big(10).pow(-digits).div(2)
  const up = farther === value.gte(0)
  return up ? between(value, true, value.plus(half), false) : between(value.minus(half), false, value, true)
}

function readPlain([, number = '', sign]: readonly (string | undefined)[]): Measured {
  const value = new Big(number.replace('+', ''))
  if (sign === undefined) return between(value, false, value, false)
  return nudged(value, sign, (number.split('.')[1] ?? '').length)
}

function readCompared([, sign = '', number = '']: readonly (string | undefined)[]): Measured {
  const value = new Big(number.replace('+', ''))
  const open = sign.length === 1
  return sign.startsWith('<') ? between(null, false, value, open) : between(value, open, null, false)
}

function inUnit(measured: Measured, from: string | undefined, to: string | undefined): Reading {
  const ends = [measured.low, measured.high].map((end) => (end === null ? null : convertUnit(end, from, to)))
  const [low = null, high = null] = ends
  const lost = (measured.low !== null && low === null) || (measured.high !== null && high === null)
  return lost ? unreadable('otherUnit') : { kind: 'value', measured: { ...measured, low, high } }
}

const unreadable = (why: Extract<Reading, { readonly kind: 'open' }>['why']): Reading => ({ kind: 'open', why })

/** A number, or one with < or > before it; null when it is neither. */
function readNumber(text: string): Measured | null {
  const exact = PLAIN.exec(text)
  if (exact !== null) return readPlain(exact)
  const compared = COMPARED.exec(text)
  return compared === null ? null : readCompared(compared)
}

const below = (bound: string): Measured => between(null, false, new Big(bound), true)

/** Reads a result as written, into the unit of its limit; or says why nothing can be decided from it. */
export function readResult({ result = '', resultUnit, unit, lod = '' }: Reported): Reading {
  const text = plain(result)
  if (text === '') return unreadable('empty')
  const own = NOT_DETECTED_WITH.exec(text)?.[1]
  const measured = own === undefined ? readNumber(text) : below(own)
  if (measured !== null) return inUnit(measured, resultUnit, unit)
  if (!NOT_DETECTED.test(text)) return unreadable('noNumber')
  const bound = PLAIN.exec(plain(lod))?.[1]
  return bound === undefined ? unreadable('noDetectionLimit') : { kind: 'value', measured: below(bound) }
}
