import type { Trouble } from './courier-task.ts'
import { TargetError } from './target.ts'

/** What stops an exchange besides the storage itself: whose it is, and who else writes there. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError'
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble.kind)
    this.trouble = trouble
  }
}

/** As a value of the reply; our own mistakes, and a disk that is full here, are thrown on. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble
  if (error instanceof TargetError) return { kind: error.kind, reason: error.message }
  throw error
}
