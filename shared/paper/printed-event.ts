import { z } from 'zod'
import { RecordId, Sha256 } from '../kernel/ids.ts'

/** Name of the audit line that a print leaves: it stays in the log for ever and travels in the next batch. */
export const PRINTED = 'paper.printed'

/** What that line says: which copies of which paper, of which sealed content, and the how manyth print it was. */
export const PrintedEvent = z.object({
  record: RecordId,
  layout: z.string().min(1).max(60),
  /** null for a paper that is handed over before its record is sealed. */
  revision: Sha256.nullable(),
  copies: z.array(z.int().min(1).max(9)).min(1).max(9),
  print: z.int().positive(),
})
export type PrintedEvent = z.infer<typeof PrintedEvent>
