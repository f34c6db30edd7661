import { z } from 'zod'
import { LocalDate } from '../kernel/ids.ts'
import { Sureness } from './reference.ts'

/** One row of the State Council's notice: a feast, its days off from first to last, and the weekend days worked for it. */
const Holiday = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  from: LocalDate,
  to: LocalDate,
  workdays: z.array(LocalDate),
})

/** 节假日安排: days off and make-up working days of one year. Other weekends are not listed. A file of this shape is imported each winter. */
export const HolidayCalendar = z.strictObject({
  year: z.int().min(2000).max(2100),
  edition: z.string().min(1),
  issued: LocalDate,
  source: z.string().min(1),
  sure: Sureness,
  holidays: z.array(Holiday).min(1),
})
export type HolidayCalendar = z.infer<typeof HolidayCalendar>
