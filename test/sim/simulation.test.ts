import { expect, test } from 'vitest'
import { runLine, simulate } from './simulate.ts'

/** `npm run soak` goes on for a million events; here each office lives this long. */
const EVENTS = 250

/** A story that was told once must end well for ever; a fresh one each time finds what nobody thought of. */
const offices = [
  { what: 'one inspector, one supervisor', plan: { seed: 1, inspectors: 1, supervisors: 1 } },
  { what: 'five inspectors, three supervisors', plan: { seed: 2, inspectors: 5, supervisors: 3 } },
  { what: 'an office nobody has seen', plan: { seed: Math.floor(Math.random() * 1_000_000) } },
]

test.each(offices)(
  'whatever happens between laptops, they end alike and nothing is lost: $what',
  async ({ plan }) => {
    const run = await simulate({ ...plan, events: EVENTS })
    const happened = [...run.counts].toSorted((a, b) => b[1] - a[1]).map(([what, count]) => `  ${String(count).padStart(5)}  ${what}`)
    process.stdout.write(`${runLine(run)}\n${happened.join('\n')}\n`)
    expect({ seed: run.seed, complaints: run.complaints }).toEqual({ seed: run.seed, complaints: [] })
  },
  180_000,
)
