import type { SamplingRule } from '#shared/reference/reference'
import type { TestItem } from '#shared/reference/test-item'
import { itemVerdict } from '#shared/reference/verdict'
import type { Random } from './seed-random.ts'

interface Limits {
  readonly low: number
  readonly high: number
  /** Somewhere in [0, 1): how far inside or outside. */
  readonly share: number
  /** One unit of the last digit of the limit. */
  readonly finest: number
}
type Numeric = Exclude<TestItem['requirement'], 'qualitative'>

const inside: Readonly<Record<Numeric, (limits: Limits) => number>> = {
  atMost: ({ high, share }) => high - Math.abs(high) * (0.1 + 0.7 * share),
  atLeast: ({ low, share }) => low + Math.abs(low) * (0.02 + 0.25 * share),
  between: ({ low, high, share }) => low + (high - low) * (0.2 + 0.6 * share),
  equals: ({ high }) => high,
}
const outside: Readonly<Record<Numeric, (limits: Limits) => number>> = {
  atMost: ({ high, share, finest }) => high + Math.abs(high) * (0.1 + 0.5 * share) + finest,
  atLeast: ({ low, share, finest }) => low - Math.abs(low) * (0.05 + 0.25 * share) - finest,
  between: ({ low, high, share, finest }) => high + (high - low) * (0.1 + 0.3 * share) + finest,
  equals: ({ high }) => high + 1,
}

const decimalsOf = (limit: string | undefined): number => (limit?.split('.')[1] ?? '').length

/** A reported value inside the limits or beyond them, one digit finer than the limit, as laboratories report. */
function resultFor(random: Random, { requirement, expected, low, high }: TestItem, fails: boolean): string {
  if (requirement === 'qualitative') return fails ? '不符合' : (expected ?? '符合')
  const decimals = Math.max(decimalsOf(low), decimalsOf(high))
  const limits = { low: Number(low ?? 0), high: Number(high ?? 0), share: random.next(), finest: 10 ** -decimals }
  return (fails ? outside : inside)[requirement](limits).toFixed(decimals + 1)
}

/** All items of the rule are tested; in about 6 of 100 batches one of them fails. */
export function testedItems(random: Random, { items, kind }: SamplingRule): TestItem[] {
  const failing = random.chance(0.06) ? random.between(0, items.length - 1) : -1
  return items.map((item, index) => {
    const wanted = index === failing ? 'fail' : 'pass'
    const tested = { ...item, result: resultFor(random, item, wanted === 'fail') }
    if (itemVerdict(tested) !== wanted) throw new Error(`${kind}, ${item.name}: ${tested.result} is no ${wanted}`)
    return tested
  })
}
