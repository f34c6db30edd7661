import { z } from 'zod'
import { bigrams, coreName, plainAddress, plainName, plainPhone, similarity } from './name-key.ts'

/** What two entries are compared by. */
export interface Comparable {
  readonly id: string
  readonly name: string
  readonly uscc: string
  readonly region: string
  readonly address: string
  readonly phone: string
}

/** Why two entries look like one enterprise, the strongest first. */
export const LikenessReason = z.enum(['sameCode', 'sameName', 'samePhone', 'similarName', 'sameAddress', 'sameDistrict'])
export type LikenessReason = z.infer<typeof LikenessReason>

export interface Likeness {
  readonly reasons: readonly LikenessReason[]
  /** How much the names have in common, 0 to 100. */
  readonly percent: number
}

/** An entry made ready to be compared with many. */
export interface Prepared<T extends Comparable = Comparable> {
  readonly entry: T
  readonly plain: string
  readonly core: string
  readonly pairs: ReadonlySet<string>
  readonly street: string
  readonly number: string
  readonly keys: ReadonlySet<string>
}

const AT_LEAST = 4

/**
 * Two entries that look alike share one of these keys, so only those are compared. They begin with the strength of what is shared: 1 the
 * code, 2 and 3 the name, 4 the telephone, 5 the address, 6 the beginning or the end of the name in one district.
 */
function keysFrom({ uscc, region }: Comparable, { plain, core, street, number }: Omit<Prepared, 'keys' | 'entry' | 'pairs'>): string[] {
  const letters = Array.from(core)
  const ends = letters.length < AT_LEAST ? [] : [`p ${letters.slice(0, 3).join('')}`, `s ${letters.slice(-3).join('')}`]
  return [
    ...(uscc === '' ? [] : [`1 ${uscc}`]),
    ...(plain === '' ? [] : [`2 ${plain}`, `3 ${region} ${core}`]),
    ...(number === '' ? [] : [`4 ${number}`]),
    ...(street.length < AT_LEAST ? [] : [`5 ${region} ${street}`]),
    ...ends.map((end) => `6 ${region} ${end}`),
  ]
}

export function prepared<T extends Comparable>(entry: T): Prepared<T> {
  const [plain, core] = [plainName(entry.name), coreName(entry.name)]
  const texts = { plain, core, street: plainAddress(entry.address), number: plainPhone(entry.phone) }
  return { entry, ...texts, pairs: bigrams(core), keys: new Set(keysFrom(entry, texts)) }
}

const only = (holds: boolean, reason: LikenessReason): LikenessReason[] => (holds ? [reason] : [])
const same = (one: string, other: string): boolean => one !== '' && one === other

/** A code, a name or a telephone: each alone is reason enough. */
function plainReasons(one: Prepared, other: Prepared): LikenessReason[] {
  const sameDistrict = one.entry.region === other.entry.region
  return [
    ...only(same(one.entry.uscc, other.entry.uscc), 'sameCode'),
    ...only(same(one.plain, other.plain) || (sameDistrict && same(one.core, other.core)), 'sameName'),
    ...only(same(one.number, other.number), 'samePhone'),
  ]
}

/** Above the first, names in one district are very similar; at one address the second will do. */
const VERY_SIMILAR = 0.7
const SIMILAR_AT_ONE_ADDRESS = 0.4

/** Why these two look like one enterprise; null when they do not. */
export function likenessOf(one: Prepared, other: Prepared): Likeness | null {
  const plain = plainReasons(one, other)
  const alike = similarity(one.pairs, other.pairs)
  const sameDistrict = one.entry.region === other.entry.region
  const sameAddress = sameDistrict && same(one.street, other.street)
  const enough = sameDistrict && alike >= (sameAddress ? SIMILAR_AT_ONE_ADDRESS : VERY_SIMILAR)
  if (plain.length === 0 && !enough) return null
  const reasons = [
    ...plain,
    ...only(enough && !plain.includes('sameName'), 'similarName'),
    ...only(sameAddress, 'sameAddress'),
    ...only(sameDistrict, 'sameDistrict'),
  ]
  return { reasons, percent: Math.round(alike * 100) }
}

/** The strongest key that two entries share: a pair is told once, under it. */
export const sharedKey = (one: Prepared, other: Prepared): string | undefined =>
  [...one.keys].filter((key) => other.keys.has(key)).toSorted()[0]

const FEW = 30
const WINDOW = 4

/** Which members of one key are compared: all with all, or, where many share it, each with its next in the order of their names. */
export function pairsWithin<T extends Comparable>(members: readonly Prepared<T>[], key: string): (readonly [Prepared<T>, Prepared<T>])[] {
  const backwards = /^6 \d+ s /.test(key)
  const nameOf = ({ core }: Prepared): string => (backwards ? Array.from(core).toReversed().join('') : core)
  const sorted = members
    .map((member) => ({ member, by: nameOf(member) }))
    .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.member.entry.id < b.member.entry.id ? -1 : 1))
    .map(({ member }) => member)
  const reach = sorted.length <= FEW ? sorted.length : WINDOW
  return sorted.flatMap((one, index) => sorted.slice(index + 1, index + 1 + reach).map((other) => [one, other] as const))
}
