import type { Chunks } from '../kernel/durable-file.ts'

/** What is known of a file before it is sent. */
export interface Facts {
  readonly size: number
  readonly sha256: string
}

/** Gives the bytes from the start each time it is asked: what was cut is sent again whole. */
export type Source = () => Chunks

/** created: it was not there. same: it was, with these bytes. different: it was, with others, and nothing was touched. */
export type PutOutcome = 'created' | 'same' | 'different'

export interface Entry {
  /** The last part of the path. */
  readonly name: string
  readonly folder: boolean
}

/** Inclusive, as in HTTP. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Dumb storage (docs/targets.md). A finished name is never written again, renamed or deleted, so nothing here can lose anything; paths
 * are those of a batch (shared/kernel/batch-head.ts). Every method rejects with TargetError, and with the signal's reason when stopped.
 */
export interface Target {
  /** `list(folder, after)` asks the storage for the names behind `after` only, instead of all of them. */
  readonly listsAfter: boolean
  readonly putNew: (path: string, source: Source, facts: Facts) => Promise<PutOutcome>
  /** Null when nothing bears the name. What comes has not been looked at, and may end early without saying so. */
  readonly get: (path: string, range?: Range) => Promise<AsyncIterable<Uint8Array> | null>
  readonly stat: (path: string) => Promise<{ readonly size: number } | null>
  /** One level, sorted by name; nothing when there is no such folder. Temporary names are left out. */
  readonly list: (folder: string, after?: string) => Promise<readonly Entry[]>
}

/** What only the doctor does, and only below `probe/`. */
export interface Probing {
  /** Writes over a name that is taken, in the way in which new names are made, or with the storage's condition for new names. */
  readonly overwrite: (path: string, bytes: Uint8Array, way: 'publish' | 'conditional') => Promise<'refused' | 'taken' | 'unsupported'>
  readonly discard: (path: string) => Promise<void>
  readonly space: () => Promise<number | null>
  /** How fast the clock here is against the storage's, in seconds; null when it has told no time. */
  readonly clockOffset: () => number | null
}

export type ProbedTarget = Target & Probing

/** Its name begins with a dot, so no reader takes it for a file of a batch. */
export const TEMPORARY = '.tmp-'

export type TroubleKind = 'unreachable' | 'signIn' | 'full' | 'notAStorage'

/** The storage, or the way to it, does not do what it should. `again`: it may be otherwise in a moment. */
export class TargetError extends Error {
  override readonly name = 'TargetError'
  readonly kind: TroubleKind
  readonly again: boolean
  /** The storage asked not to be asked again before (Retry-After). */
  readonly waitMs: number
  constructor(
    kind: TroubleKind,
    reason: string,
    { again = false, waitMs = 0, cause }: { again?: boolean; waitMs?: number; cause?: unknown } = {},
  ) {
    super(reason, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.again = again
    this.waitMs = waitMs
  }
}

/** What was written is not what can be read back, or is not visible yet. */
export const notAsWritten = (path: string): TargetError => new TargetError('unreachable', `not as written: ${path}`, { again: true })
