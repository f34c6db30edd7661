import Big from 'big.js'

const HALF_EVEN = 2
const DECIMAL = /^[+-]?\d+(\.\d+)?$/

/** How many decimals a number is written with: 3.50 has two, and that is meant. */
export const decimalsOf = (text: string): number => (text.trim().split('.')[1] ?? '').length

/**
 * 四舍六入五成双, GB/T 8170-2008, 3.2: to the nearest, a tie to the even digit, in one step from the number as found; a negative
 * number as its absolute value. `places` decimals; a negative count rounds to tens and hundreds.
 */
export const roundHalfEven = (value: Big, places: number): Big => value.round(places, HALF_EVEN)

/** The same as text, with all the digits of its place: 12.0 stays 12.0. Null for what is no decimal number. */
export function roundedText(text: string, places: number): string | null {
  if (!DECIMAL.test(text.trim())) return null
  return roundHalfEven(new Big(text.trim().replace('+', '')), places).toFixed(Math.max(places, 0))
}
