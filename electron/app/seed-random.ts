/** A source of chance that gives the same numbers for the same seed, on every machine. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number in [from, to]. */
  readonly between: (from: number, to: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly chance: (probability: number) => boolean
}

/**
 * mulberry32 by Tommy Ettinger (2017, public domain): 32 bits of state, period about 2^32, passes gjrand; small and the same
 * everywhere because it uses 32-bit integer arithmetic only. For made-up data, never for keys or for drawing lots.
 */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function randomFrom(seed: number): Random {
  const next = mulberry32(seed)
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    pick: (list) => {
      const found = list[Math.floor(next() * list.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    chance: (probability) => next() < probability,
  }
}

/** FNV-1a, 32 bits: a name as a seed. */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Picks by rank: the entry at place r (from 1) has the weight 1/r (Zipf's law), as street names and customers do. */
export function zipfOver<T>(list: readonly T[]): (random: Random) => T {
  let total = 0
  const upTo = list.map((_entry, index) => (total += 1 / (index + 1)))
  return (random) => {
    const at = random.next() * total
    let [low, high] = [0, list.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    const found = list[low]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
}
