import { z } from 'zod'
import { Epoch } from '../kernel/ids.ts'

/** The audit event by which a device says that it goes on from an older copy of itself, or on another machine. */
export const RESTORED = 'device.restored'

export const RestoredEvent = z.object({
  reason: z.enum(['restore', 'clone']),
  /** The epoch that ended, and how many of its batches and lines this copy had of those that were known to be. */
  epoch: Epoch,
  batches: z.object({ had: z.int(), known: z.int() }),
  journal: z.object({ had: z.int(), known: z.int() }),
})
export type RestoredEvent = z.infer<typeof RestoredEvent>
