import fc from 'fast-check'
import { expect } from 'vitest'
import type { Json } from '#shared/kernel/canonical'

/** How often everything is tried: a few seconds unless XUNZHI_FUZZ says how many times that. A failure prints seed and path. */
const FACTOR = Number(process.env['XUNZHI_FUZZ'] ?? 1)
export const runs = (few: number): { readonly numRuns: number } => ({ numRuns: Math.ceil(few * FACTOR) })
export const patience = { timeout: 20_000 * Math.max(1, FACTOR) }

/** No reader may work longer than this on anything; of the processor's time, as others may be busy too. What waits for ever runs into the test's own limit. */
const HANG_MS = 2000
export async function inTime<T>(work: () => T | Promise<T>): Promise<T> {
  const begin = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(begin)
  expect((user + system) / 1000).toBeLessThan(HANG_MS)
  return value
}

/** One change of bytes. `at` is a fraction of the length, so that a counterexample shrinks well whatever is changed. */
export interface Change {
  readonly how: 'flip' | 'set' | 'cut' | 'double' | 'insert' | 'zero' | 'end' | 'u16' | 'u32'
  readonly at: number
  readonly length: number
  readonly value: number
}

export const aChange: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('flip', 'set', 'cut', 'double', 'insert', 'zero', 'end', 'u16', 'u32'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 })),
  value: fc.oneof(fc.constantFrom(0, 1, 0x0a, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0xffffffff), fc.nat(0xffffffff)),
})

/** A number in place, as a header might hold it. */
function withNumber(bytes: Buffer, at: number, value: number, size: 2 | 4): Buffer {
  const copy = Buffer.from(bytes)
  if (at + size <= copy.length) copy.writeUIntLE(size === 2 ? value & 0xffff : value, at, size)
  return copy
}

const withByte = (bytes: Buffer, at: number, value: number): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Uint8Array.of(value & 255), bytes.subarray(at + 1)])

export function changed(bytes: Buffer, { how, at: fraction, length, value }: Change): Buffer {
  const at = Math.floor(fraction * bytes.length)
  const [before, here, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)]
  const ways: Readonly<Record<Change['how'], () => Buffer>> = {
    flip: () => withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << (value % 8))),
    set: () => withByte(bytes, at, value),
    cut: () => Buffer.concat([before, after]),
    double: () => Buffer.concat([before, here, here, after]),
    insert: () => Buffer.concat([before, Buffer.alloc(length, value & 255), here, after]),
    zero: () => Buffer.concat([before, Buffer.alloc(here.length), after]),
    end: () => Buffer.from(before),
    u16: () => withNumber(bytes, at, value, 2),
    u32: () => withNumber(bytes, at, value, 4),
  }
  return ways[how]()
}

/** One to three changes, one after the other. */
export const someChanges = fc.array(aChange, { minLength: 1, maxLength: 3 })
export const withAll = (bytes: Buffer, changes: readonly Change[]): Buffer => changes.reduce(changed, bytes)

const HOSTILE_TEXTS = ['', '0', 'x', '0'.repeat(64), '\u202e', '../..', 'NaN', '1e999', '9'.repeat(400), 'a'.repeat(70_000)]
const HOSTILE_NUMBERS = [0, 1, -1, 2, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
/** A value so many arrays deep. */
const deep = (depth: number, inside: Json): Json => (depth === 0 ? inside : [deep(depth - 1, inside)])
const DEEP = [14, 15, 16, 17].flatMap((depth) => [deep(depth, []), deep(depth, 1), deep(depth, 'x')])
const HOSTILE_OTHERS: Json[] = [
  null,
  true,
  false,
  [],
  [[]],
  {},
  { toString: 1 },
  { constructor: null, length: 5 },
  Array<Json>(5001).fill(0),
]

/** What breaks readers when it stands where something else is expected. */
const hostile = fc.constantFrom<Json[]>(...HOSTILE_TEXTS, ...HOSTILE_NUMBERS, ...HOSTILE_OTHERS, ...DEEP)

/** The paths of every member and item of a value. */
function pathsOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path]
  const steps = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value)
  return [path, ...steps.flatMap(([step, member]) => pathsOf(member, [...path, step]))]
}

type Step = string | number

/** An item exchanged or, for undefined, taken out. */
const putItem = (items: Json[], at: number, other: Json | undefined): Json =>
  items.toSpliced(at, 1, ...(other === undefined ? [] : [other]))

function putMember(value: { [key: string]: Json }, key: string, other: Json | undefined): Json {
  const { [key]: _gone, ...others } = value
  return other === undefined ? others : { ...others, [key]: other }
}

function put(value: Json, [step, ...rest]: readonly Step[], other: Json | undefined): Json {
  if (step === undefined || value === null || typeof value !== 'object') return other ?? null
  const inside = (member: Json | undefined): Json | undefined => (rest.length === 0 ? other : put(member ?? null, rest, other))
  return Array.isArray(value)
    ? putItem(value, Number(step), inside(value[Number(step)]))
    : putMember(value, String(step), inside(value[String(step)]))
}

export interface Twist {
  readonly where: number
  /** Instead of what is there; undefined takes it away. */
  readonly other: Json | undefined
}
export const aTwist: fc.Arbitrary<Twist> = fc.record({ where: fc.nat(), other: fc.option(hostile, { nil: undefined, freq: 6 }) })

/** The same value with another one somewhere inside, or something missing. */
export function twisted(value: Json, { where, other }: Twist): Json {
  const paths = pathsOf(value)
  return put(value, paths[where % paths.length] ?? [], other)
}
