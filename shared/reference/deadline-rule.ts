import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { LocalDate } from '../kernel/ids.ts'
import { Sureness } from './reference.ts'

const Key = z.string().regex(/^[a-z][A-Za-z0-9]*$/)

/**
 * A clock that a law starts, as dated reference data. `from` names the event that starts it; `kind` says whether something must
 * be done within it (`limit`) or kept at least until it ends (`retention`). `rollsOver`: a last day that is not a working day
 * moves to the next one. `openInterval` is a window of days, both ends excluded; its `before` is the `amount`.
 */
export const DeadlineRule = z
  .strictObject({
    key: Key,
    zh: z.string().min(1),
    en: z.string().min(1),
    kind: z.enum(['limit', 'retention']),
    unit: z.enum(['calendarDays', 'workingDays', 'hours', 'months']),
    amount: z.int().positive().max(3660),
    openInterval: z.strictObject({ after: z.int().min(0), before: z.int().positive() }).optional(),
    from: Key,
    rollsOver: z.boolean(),
    article: Bilingual,
    source: z.string().min(1),
    sure: Sureness,
    validFrom: LocalDate,
    validTo: LocalDate.optional(),
  })
  .refine(({ rollsOver, unit, openInterval }) => !rollsOver || (!['workingDays', 'hours'].includes(unit) && openInterval === undefined), {
    path: ['rollsOver'],
    message: 'only the last day of calendar days or months rolls over',
  })
  .refine(({ openInterval, unit }) => openInterval === undefined || unit === 'calendarDays', {
    path: ['openInterval'],
    message: 'calendar days',
  })
  .refine(({ openInterval, amount }) => openInterval === undefined || (openInterval.before === amount && openInterval.after + 1 < amount), {
    path: ['openInterval'],
    message: 'a day between after and before, and before the same as amount',
  })
export type DeadlineRule = z.infer<typeof DeadlineRule>
