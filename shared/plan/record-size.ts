import { MAX_LINE_BYTES } from '../kernel/line.ts'
import { MAX_POOL_IN_RECORD } from './random-draw.ts'

/** Where the pool of enterprises is kept: in the record, or as a file attached to it (docs/decisions/008). */
type PoolPlace = 'record' | 'file'

const MAX_POOL_BYTES = 24 * 1024
/** Everything of a record that does not grow with its lists: longest head, remarks, stamp. */
const FIXED_BYTES = 16 * 1024
/** The names of the members of one list entry, its ids and punctuation. */
const ENTRY_BYTES = 200

const bytesOf = (text: string): number => {
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  return bytes
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const linesBytes = (lines: readonly string[]): number => sum(lines.map((line) => bytesOf(line) + 3))

export const placeOfPool = (ids: readonly string[]): PoolPlace =>
  ids.length <= MAX_POOL_IN_RECORD && linesBytes(ids) <= MAX_POOL_BYTES ? 'record' : 'file'

export interface RecordLists {
  readonly enterprises: readonly string[]
  readonly samplers: readonly string[]
  readonly excluded: readonly { readonly id: string; readonly reason: string }[]
  readonly take: number
  readonly each: number
}

/**
 * Whether the record would go into one line of the log whoever is drawn: told before the draw, since a draw that was made and
 * cannot be kept would be a draw tried out. A name stands in a pick twice (its line and itself).
 */
export function fitsRecord({ enterprises, samplers, excluded, take, each }: RecordLists): boolean {
  const longest = enterprises.map(bytesOf).toSorted((a, b) => b - a)
  const longestSampler = Math.max(0, ...samplers.map(bytesOf))
  const bytes =
    FIXED_BYTES +
    sum(longest.slice(0, take).map((length) => 2 * length + ENTRY_BYTES + each * (2 * longestSampler + 24))) +
    sum(samplers.map((line) => 3 * bytesOf(line) + ENTRY_BYTES)) +
    sum(excluded.map(({ id, reason }) => bytesOf(id) + bytesOf(reason) + ENTRY_BYTES)) +
    (placeOfPool(enterprises) === 'record' ? linesBytes(enterprises) : 0)
  return bytes <= MAX_LINE_BYTES
}
