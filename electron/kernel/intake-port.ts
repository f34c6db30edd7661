import type { CallOptions } from './world.ts'

/**
 * Gives one task over foreign bytes to a process that has no write access to the store, and answers what it says, unparsed.
 * Rejects when the process dies; aborting the signal kills it.
 */
export type RunIntake = (task: object, options: IntakeCall) => Promise<unknown>

export interface IntakeCall extends CallOptions {
  /** Hears of parts of the reply as soon as they are ready; the reply itself has them all again. */
  readonly onPart?: ((part: unknown) => void) | undefined
}
