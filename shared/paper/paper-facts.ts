import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { LocalDate, LocalTime } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import { PortraitFacts } from './portrait-facts.ts'
import { VisitFacts } from './visit-facts.ts'

const Doc = z.record(z.string(), z.json())

/** A line of the table of test items, in words but for the verdict. */
const ItemRow = z.object({
  name: z.string().optional(),
  limit: z.string().optional(),
  claim: z.string().optional(),
  method: z.string().optional(),
  weight: z.string().optional(),
  result: z.string().optional(),
  verdict: z.enum(['pass', 'fail', 'undecided']).optional(),
})

/** A clock of the law: how long it runs (`15日`), on which article; from and until when, once it was started. */
export const DeadlineFact = z.object({
  term: Bilingual,
  article: Bilingual,
  from: LocalDate.optional(),
  due: LocalDate.optional(),
})
export type DeadlineFact = z.infer<typeof DeadlineFact>

/** Whom a letter is written to. */
const Addressee = z.object({ name: z.string(), address: z.string(), uscc: z.string(), contact: z.string(), phone: z.string() }).partial()

/** Everything that a layout may point at. What a kind of record adds beside its document, its own feature gathers. */
export const PaperFacts = z.object({
  record: Doc,
  no: z.string(),
  kind: z.string(),
  state: RecordState,
  demo: z.boolean(),
  by: z.string(),
  at: LocalTime,
  region: z.string(),
  /** The authority in whose name the paper is issued. */
  bureau: z.object({ name: z.string() }),
  addressee: Addressee.optional(),
  /** Test items of the record, or the failed ones of a case. */
  items: z.array(ItemRow).optional(),
  verdict: z.string().optional(),
  /** Whether a laboratory has reported. */
  tested: z.boolean().optional(),
  /** Other records that the paper speaks of: the sheet, the case, the laboratory's report, the newest step of each name. */
  subject: z
    .object({ sheet: Doc, case: Doc, check: Doc, report: Doc, steps: z.record(z.string(), Doc) })
    .partial()
    .optional(),
  deadlines: z.record(z.string(), DeadlineFact).optional(),
  /** Of an enterprise: what its page says. */
  portrait: PortraitFacts.optional(),
  visit: VisitFacts.optional(),
})
export type PaperFacts = z.infer<typeof PaperFacts>

/** What a feature knows of its record beyond the document. */
export type GatheredFacts = Partial<
  Pick<PaperFacts, 'bureau' | 'addressee' | 'items' | 'verdict' | 'tested' | 'subject' | 'deadlines' | 'portrait' | 'visit'>
>
