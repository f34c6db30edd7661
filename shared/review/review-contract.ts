import { z } from 'zod'
import { query } from '../kernel/contract.ts'
import { RecordId } from '../kernel/ids.ts'

/** Something that reviewers of a case file deduct for (卷评查扣分项), and where it is. */
export const Finding = z.object({
  code: z.string(),
  path: z.string(),
  facts: z.unknown(),
  /** serious: the file would be returned; remark: points are deducted. */
  weight: z.enum(['serious', 'remark']),
  record: RecordId,
  recordTitle: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const reviewContract = {
  /** 案卷自查: everything of one check or case (sheet, reports, steps, their photos) looked through as a reviewer would. */
  'review.inspectFile': query(z.object({ subject: RecordId }), z.object({ records: z.int(), findings: z.array(Finding) })),
}
