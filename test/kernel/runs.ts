/** How many histories all properties of the merge together are tried on; `npm run soak` asks for more. */
const HISTORIES = Number(process.env['XUNZHI_HISTORIES'] ?? 20_000)
/** Chance decides when this is left out; every failure prints the seed it happened with. */
const SEED = process.env['XUNZHI_SEED']
/** Where a fault was seeded on purpose, the first example that shows it is enough. */
const IS_SEEDED = (process.env['XUNZHI_MUTANT'] ?? '') !== ''

/** A property's share of them, in a hundred; the shares add up to a hundred and a little more. */
export const runs = (percent: number): { readonly numRuns: number; readonly seed?: number; readonly endOnFailure: boolean } => ({
  numRuns: Math.ceil((HISTORIES * percent) / 100),
  endOnFailure: IS_SEEDED,
  ...(SEED === undefined ? {} : { seed: Number(SEED) }),
})

/** Thousands of histories, on a machine that may be busy: a second for every twenty of them, and a minute. */
export const PATIENCE = { testTimeout: 60_000 + HISTORIES * 50 }
