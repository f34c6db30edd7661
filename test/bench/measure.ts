/** Milliseconds of each run, sorted. */
export async function times(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work(run)
    taken.push(performance.now() - began)
  }
  return taken.toSorted((a, b) => a - b)
}

/** The same for two kinds of work in turns, so that a slow second of the machine slows both. */
export async function timesInTurns(
  runs: number,
  work: (run: number) => unknown,
  bare: (run: number) => unknown,
): Promise<readonly [work: number[], bare: number[]]> {
  const taken: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    taken[0].push(...(await times(1, () => work(run))))
    taken[1].push(...(await times(1, () => bare(run))))
  }
  return [taken[0].toSorted((a, b) => a - b), taken[1].toSorted((a, b) => a - b)]
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const rounded = (value: number): number => Math.round(value * 100) / 100

export interface Figure {
  readonly what: string
  readonly unit: string
  readonly value: number
  /** How many times the bare minimum (raw SQLite on the same disk) it takes, in the same run. */
  readonly ratio?: number
  readonly more?: Readonly<Record<string, number>>
}
