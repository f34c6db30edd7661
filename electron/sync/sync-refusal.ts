import type { Refused } from '#shared/kernel/result'
import { problem, refuse } from '#shared/kernel/result'
import type { SyncProblem } from '#shared/sync/sync-contract'

/** A source of a batch that is not what the store says it is: gone, or with other bytes. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly file: string
  constructor(file: string, options?: ErrorOptions) {
    super(`cannot read ${file}`, options)
    this.file = file
  }
}

/** The finished file, read back, is not what was written: a bad stick, or a sealed object that decayed. */
export class BadCopyError extends Error {
  override readonly name = 'BadCopyError'
}

/** More than one batch may hold (shared/kernel/batch-head.ts LIMITS): the caller packs less into one. */
export class TooBigError extends Error {
  override readonly name = 'TooBigError'
  readonly what: string
  readonly max: number
  constructor(what: string, max: number) {
    super(`more than ${String(max)} ${what}`)
    this.what = what
    this.max = max
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Turns what went wrong outside (disk full, stick pulled out, cancelled) into a refusal; our own mistakes are thrown on. */
export function refusalOf(error: unknown, file: string, signal: AbortSignal | undefined): Refused<SyncProblem> {
  if (signal?.aborted === true) return refuse(problem<'sync.cancelled'>('sync.cancelled'))
  if (error instanceof UnreadableError) return refuse(problem('sync.cannotRead', '', { file: error.file }))
  if (error instanceof TooBigError) return refuse(problem('sync.tooBig', '', { what: error.what, max: error.max }))
  if (error instanceof BadCopyError) return refuse(problem('sync.cannotWrite', '', { file, reason: error.message }))
  const reason = codeOf(error)
  if (reason === undefined || !/^(E[A-Z0-9]+|ERR_FS_[A-Z]+)$/.test(reason)) throw error
  return refuse(problem('sync.cannotWrite', '', { file, reason }))
}
