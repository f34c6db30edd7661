import { z } from 'zod'
import { LocalDate } from '../kernel/ids.ts'

const text = z.string()

/** What a visit says on paper beyond its record: numbers where the record has ids, sums, and nothing that was said anonymously. */
export const VisitFacts = z.object({
  agreementNo: text,
  /** Each with its organisation. */
  helpers: text,
  companions: text,
  /** A line each to sign on; nobody where there are too many for lines. */
  signers: z.array(z.object({ name: text })),
  /** `no`: which of the numbered problems it is for. */
  prescriptions: z.array(
    z.object({ no: text, measure: text, owner: text, due: LocalDate.or(z.literal('')), resource: text, expectedEffect: text }),
  ),
  trained: z.object({ managers: text, workers: text }),
  satisfaction: z.object({ score: text, comment: text, anonymous: z.boolean() }),
})
export type VisitFacts = z.infer<typeof VisitFacts>
