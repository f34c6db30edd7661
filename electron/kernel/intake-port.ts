import type { CallOptions } from './world.ts'

/**
 * Gives one task over foreign bytes to a process that has no write access to the store, and answers what it says, unparsed.
 * Rejects when the process dies; aborting the signal kills it.
 */
export type RunIntake = (task: object, options: CallOptions) => Promise<unknown>
