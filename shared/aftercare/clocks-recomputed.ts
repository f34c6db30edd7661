import { z } from 'zod'

/** The event of the audit line. */
export const CLOCKS_RECOMPUTED = 'clocks.recomputed'

const Day = z.string().max(20).nullable()

/** Reference data changed, and with them the last days of open cases. null: not known, for want of a calendar. */
export const ClocksRecomputed = z.object({
  changed: z.array(z.object({ table: z.string().max(40), key: z.string().max(200) })).max(50),
  /** How many clocks; `cases` names the first hundred of them. */
  moved: z.int().nonnegative(),
  cases: z
    .array(
      z.object({ case: z.string().max(60), no: z.string().max(60), rule: z.string().max(60), from: z.string(), before: Day, after: Day }),
    )
    .max(100),
})
export type ClocksRecomputed = z.infer<typeof ClocksRecomputed>
