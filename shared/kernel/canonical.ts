/**
 * RFC 8785 (JCS) canonical JSON, narrowed to what a line may hold: no floats, safe integers only,
 * no lone surrogates, no NUL, depth at most 16. One value has exactly one spelling, so its sha256 names it,
 * and no two readers (JSON.parse, SQLite json_extract, jq) can see different things in it.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const MAX_DEPTH = 16
// A surrogate without its partner cannot be written as UTF-8; NUL ends strings in other readers.
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const BAD_TEXT = new RegExp(`\\0|${HALF.source}`)

export class NotCanonicalError extends Error {
  override readonly name = 'NotCanonicalError'
}

function text(value: string): string {
  if (BAD_TEXT.test(value)) throw new NotCanonicalError('a text holds NUL or half a character')
  return JSON.stringify(value)
}

function number(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonicalError(`not a safe integer: ${String(value)}`)
  return String(value)
}

function object(value: { readonly [key: string]: unknown }, depth: number): string {
  const keys = Object.keys(value).sort() // UTF-16 code units, as RFC 8785 §3.2.3 asks
  if (keys.includes('__proto__')) throw new NotCanonicalError('a member named __proto__')
  const members = keys.filter((key) => value[key] !== undefined).map((key) => `${text(key)}:${write(value[key], depth + 1)}`)
  return `{${members.join(',')}}`
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new NotCanonicalError(`deeper than ${String(MAX_DEPTH)}`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return number(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`
  if (typeof value === 'object') return object(value as Record<string, unknown>, depth)
  throw new NotCanonicalError(`no JSON for ${typeof value}`)
}

const mend = (raw: string): string => (BAD_TEXT.test(raw) ? raw.replaceAll('\0', '').replaceAll(HALF, '\uFFFD') : raw)

const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype

/** The same value with texts that can be written as UTF-8: NUL is dropped, half a character becomes U+FFFD. Bytes are left alone. */
export function mended(value: unknown): unknown {
  if (typeof value === 'string') return mend(value)
  if (value === null || typeof value !== 'object' || !isPlain(value)) return value
  if (Array.isArray(value)) return value.map(mended)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [mend(key), mended(member)]))
}

/** The canonical spelling of a value; members that are undefined are left out. Throws NotCanonicalError. */
export const canonical = (value: unknown): string => write(value, 0)

/** True when members stand in order and numbers are integers, all the way down; a quick no is no more than a doubt. */
function isOrdered(value: Json, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every((item) => isOrdered(item, depth + 1))
  let before = ''
  for (const key of Object.keys(value)) {
    if (key < before || key === '__proto__' || !isOrdered(value[key] as Json, depth + 1)) return false
    before = key
  }
  return true
}

const ESCAPED_BAD_TEXT = /\\u(0000|d[89a-f])/

/**
 * Canonical for certain: what `JSON.stringify` writes again to the letter has one spelling of texts and numbers and each member once,
 * so only their order is left to look at. Half the time of writing it canonically, and most lines end here.
 */
const isPlainlyCanonical = (value: Json, source: string): boolean =>
  !ESCAPED_BAD_TEXT.test(source) && JSON.stringify(value) === source && isOrdered(value, 0)

/** Parses a text and answers its value only if the text is the canonical spelling of it; otherwise undefined. */
export function parseCanonical(source: string): Json | undefined {
  try {
    const value = JSON.parse(source) as Json
    return isPlainlyCanonical(value, source) || canonical(value) === source ? value : undefined
  } catch {
    return undefined
  }
}
