import { setTimeout as wait } from 'node:timers/promises'
import { TargetError } from './target.ts'

/** How often and after how long a storage is asked again; and the longest wait it may ask for before this exchange ends. */
export interface Patience {
  readonly pauses: readonly number[]
  readonly longest: number
}

export const PATIENCE: Patience = { pauses: [500, 1500, 4000, 10_000], longest: 60_000 }

/** Nothing is tried again that was tried to the end. */
const spent = (error: unknown): unknown =>
  error instanceof TargetError && error.again ? new TargetError(error.kind, error.message, { cause: error }) : error

/** Tries again what may go well in a moment, a bounded number of times; never what a person must mend (password, space, address). */
export async function persistently<T>(work: () => Promise<T>, patience: Patience, signal?: AbortSignal): Promise<T> {
  for (const pause of patience.pauses) {
    signal?.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof TargetError) || !error.again || error.waitMs > patience.longest) throw spent(error)
      await wait(Math.max(pause, error.waitMs), undefined, { signal })
    }
  }
  signal?.throwIfAborted()
  return work().catch((error: unknown) => {
    throw spent(error)
  })
}
