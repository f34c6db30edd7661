import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { LocalDate } from '../kernel/ids.ts'
import { Sureness } from './reference.ts'

/** What bears on a grade of quality credit (质量信用), each with its own weight. */
export const CreditKey = z.enum([
  'passedCheck',
  'failedCheck',
  'seriousCheck',
  'caseOverdue',
  'notRectified',
  'problemSolved',
  'certificate',
  'certificateLost',
  'complaint',
  'penalty',
  'incident',
  'honour',
  'commitment',
])
export type CreditKey = z.infer<typeof CreditKey>

/** `start`: the points of an enterprise of which nothing bad or good is known; `gradeA` … `gradeC`: from how many points on. */
const CreditMark = z.enum(['start', 'gradeA', 'gradeB', 'gradeC'])

/**
 * 质量信用权重: how many points one event adds or takes, and how long it bears on the grade. No law says so: each bureau sets its own, and
 * what is shipped is a proposal that says as much.
 */
export const CreditWeight = z.strictObject({
  key: z.union([CreditKey, CreditMark]),
  ...Bilingual.shape,
  points: z.int().min(-100).max(100),
  /** After so many months it no longer counts; left out, it always does. */
  validMonths: z.int().positive().max(1200).optional(),
  /** All events of this key together add or take no more than this. */
  most: z.int().positive().max(100).optional(),
  validFrom: LocalDate.optional(),
  validTo: LocalDate.optional(),
  source: z.string().min(1),
  sure: Sureness,
})
export type CreditWeight = z.infer<typeof CreditWeight>
