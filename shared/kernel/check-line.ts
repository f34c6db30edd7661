import type { Json } from './canonical.ts'
import { parseCanonical } from './canonical.ts'
import { Line } from './line.ts'
import type { Problem, Result } from './result.ts'
import { ok, problem, refuse } from './result.ts'

export type LineProblem =
  | Problem<'line.notCanonical', Record<string, never>>
  | Problem<'line.newer', Record<string, never>>
  /** In a snapshot: the maker has only the hash of it. */
  | Problem<'line.notKept', Record<string, never>>
  | Problem<'line.overLimit', Record<string, never>>
  | Problem<'line.badShape', Record<string, never>>
  | Problem<'line.foreignDevice', { readonly device: string }>
  | Problem<'line.demo', Record<string, never>>

/** Limits of one value in a line (docs/batch-format.md, "Limits"); its depth is held by the canonical form, its bytes by the reader. */
export const VALUE_LIMITS = { text: 64 * 1024, items: 5000, keys: 500 } as const

const KNOWN = new Set(['rev', 'decision', 'receipt', 'audit', 'env', 'att'])

type Members = { readonly [key: string]: Json }
const isMembers = (value: Json): value is Members => value !== null && typeof value === 'object' && !Array.isArray(value)

/** How many bytes a text has in UTF-8, counted without an encoder: this room has none. */
const utf8Bytes = (text: string): number => {
  let bytes = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

const longText = (text: string): boolean => text.length * 3 > VALUE_LIMITS.text && utf8Bytes(text) > VALUE_LIMITS.text

function overLimit(value: Json): boolean {
  if (typeof value === 'string') return longText(value)
  if (Array.isArray(value)) return value.length > VALUE_LIMITS.items || value.some(overLimit)
  if (value === null || typeof value !== 'object') return false
  const members = Object.entries(value)
  return members.length > VALUE_LIMITS.keys || members.some(([key, member]) => longText(key) || overLimit(member))
}

/** True for a line of a type or version that a later app wrote; it is kept for that app, not refused. */
export const isNewer = ({ t, v }: { readonly t?: unknown; readonly v?: unknown }): boolean =>
  typeof t === 'string' && (!KNOWN.has(t) || v !== 1)

function shapeOf(value: Members): Result<Line, LineProblem> {
  const parsed = Line.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const path = (parsed.error.issues[0]?.path ?? []).map((step) => `/${String(step)}`).join('')
  return refuse(problem<'line.badShape'>('line.badShape', path))
}

/**
 * One line from foreign hands, without its LF: canonical to the byte (so no reader can see another value in it), within the limits,
 * of the shape of its type, and by the device whose stream carries it. `line.newer` means that all of it holds that can be said of a
 * line of a later app.
 */
export function checkLine(text: string, device: string): Result<Line, LineProblem> {
  const value = parseCanonical(text)
  if (value === undefined || !isMembers(value)) return refuse(problem<'line.notCanonical'>('line.notCanonical'))
  if (overLimit(value)) return refuse(problem<'line.overLimit'>('line.overLimit'))
  const newer = isNewer(value)
  const shaped: Result<unknown, LineProblem> = newer ? ok(value) : shapeOf(value)
  if (!shaped.ok) return shaped
  const { dev } = value
  if (dev !== device) return refuse(problem('line.foreignDevice', '/dev', { device: typeof dev === 'string' ? dev : '' }))
  return newer ? refuse(problem<'line.newer'>('line.newer')) : (shaped as Result<Line, LineProblem>)
}
