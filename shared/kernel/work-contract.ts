import { z } from 'zod'
import { query } from './contract.ts'
import { LocalDate, RecordId } from './ids.ts'

/** What a person has promised and must not forget, from whichever feature: one line of the work list. */
export const WorkItem = z.object({
  /** What it is: its words are `work.<type>` in the window. */
  type: z.enum([
    'prescriptionDue',
    'followUpDue',
    'referralUnanswered',
    'benefitUnconfirmed',
    'agreementIdle',
    'agreementEnding',
    'certificateExpiring',
    'certificateUnverified',
    'surveillanceDue',
    'caseIdle',
  ]),
  /** The record or subject that a click opens, and its kind (`problem` for a problem of a visit). */
  id: RecordId,
  opens: z.string(),
  enterpriseId: z.string(),
  enterprise: z.string(),
  /** In the person's own words: the problem, the measure, the number of the certificate. */
  matter: z.string(),
  region: z.string(),
  due: LocalDate,
  /** Days from today to `due`; negative when it has passed. */
  daysLeft: z.int(),
})
export type WorkItem = z.infer<typeof WorkItem>
export type WorkType = WorkItem['type']

export const workContract = {
  /** Overdue first, then by day; `horizon` days ahead. `counts` are over all of them, before the limit. */
  'work.list': query(
    z.object({
      type: WorkItem.shape.type.optional(),
      enterpriseId: z.string().optional(),
      horizon: z.int().min(0).max(400).default(14),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ items: z.array(WorkItem), total: z.int(), overdue: z.int(), counts: z.record(z.string(), z.int()) }),
  ),
}
