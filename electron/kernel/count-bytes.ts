import type { Progress } from '#shared/kernel/contract'

/** How long work tells how far it is, and learns that it is no longer wanted. */
export interface Watching {
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const EVERY = 4 * 1024 * 1024

/** Takes the number of bytes just done and reports the sum, at most every 4 MiB so that reports cost nothing; throws when aborted. */
export function countBytes(stage: string, total: number, { onProgress, signal }: Watching): (bytes: number) => void {
  let [done, told] = [0, 0]
  return (bytes) => {
    signal?.throwIfAborted()
    done = Math.min(total, done + bytes)
    if (done < total && done - told < EVERY) return
    told = done
    onProgress?.({ stage, done, total })
  }
}
