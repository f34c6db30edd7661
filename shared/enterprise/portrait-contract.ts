import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { query } from '../kernel/contract.ts'
import { RecordId } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import { WorkItem } from '../kernel/work-contract.ts'
import { CreditKey, CreditWeight } from '../reference/credit-weight.ts'
import { CreditEvent } from './credit-event.ts'

/** What a timeline can be narrowed to. A record may belong to several: a visit with prescriptions. */
export const TimelineGroup = z.enum(['checks', 'cases', 'visits', 'prescriptions', 'certificates', 'complaints', 'honours', 'directory'])
export type TimelineGroup = z.infer<typeof TimelineGroup>

/** One sentence about a record whose words the window has, with what stands in it. */
export const Fact = z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Fact = z.infer<typeof Fact>

/** The record behind something that is said: what a click opens. */
export const RecordRef = z.object({ id: z.string(), kind: z.string(), no: z.string(), title: z.string() })
export type RecordRef = z.infer<typeof RecordRef>

/** Where procedures about a record stand, each state once. */
const Standing = z.object({ procedure: z.string(), main: z.string(), said: Bilingual, n: z.int() })

export const TimelineEntry = RecordRef.extend({
  on: z.string(),
  state: RecordState,
  demo: z.boolean(),
  groups: z.array(TimelineGroup),
  standing: z.array(Standing),
  fact: Fact.nullable(),
  /** The name of the entry it was written under, where that is not the one that speaks. */
  under: z.string(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const CreditGrade = z.enum(['A', 'B', 'C', 'D'])
export type CreditGrade = z.infer<typeof CreditGrade>

/** One event that bears on the grade, with the record that says so. */
export const CreditItem = z.object({
  key: CreditKey,
  name: Bilingual,
  on: z.string(),
  /** The last day on which it counts; null while it always does. */
  until: z.string().nullable(),
  /** What it adds or takes now. */
  points: z.int(),
  /** What the table of weights says, before the end of its time or a common limit. */
  weight: z.int(),
  standing: z.enum(['counts', 'lapsed', 'capped']),
  record: RecordRef,
})
export type CreditItem = z.infer<typeof CreditItem>

export const Credit = z.object({
  /** null where nothing is known: an enterprise is not graded on nothing. */
  grade: CreditGrade.nullable(),
  score: z.int(),
  start: z.int(),
  from: z.object({ A: z.int(), B: z.int(), C: z.int() }),
  items: z.array(CreditItem),
  weights: z.array(CreditWeight),
  /** Every weight was confirmed by the bureau. */
  confirmed: z.boolean(),
})
export type Credit = z.infer<typeof Credit>

export const HeldCertificate = z.object({
  id: RecordId,
  number: z.string(),
  kind: z.string(),
  body: z.string(),
  issuedOn: z.string(),
  expiresOn: z.string(),
  status: z.string(),
  verification: z.string(),
  daysLeft: z.int(),
})
export type HeldCertificate = z.infer<typeof HeldCertificate>

export const Portrait = z.object({
  /** 家次 of visits and the day of the last; 人次 of managers and workers apart. */
  visits: z.int(),
  lastVisit: z.string().nullable(),
  trainedManagers: z.int(),
  trainedWorkers: z.int(),
  problems: z.object({ raised: z.int(), solved: z.int(), open: z.int() }),
  benefitFen: z.int(),
  nqiServices: z.int(),
  labUses: z.int(),
  labSavedFen: z.int(),
  /** Batches: with a final conclusion, and of those; the others are told beside them and never in the rate. */
  checks: z.object({ concluded: z.int(), passed: z.int(), failed: z.int(), running: z.int(), notSampled: z.int() }),
  cases: z.object({ open: z.int(), closed: z.int() }),
  certificates: z.array(HeldCertificate),
  agreement: z.object({ id: RecordId, no: z.string(), validTo: z.string() }).nullable(),
  complaints: z.int(),
  honours: z.int(),
})
export type Portrait = z.infer<typeof Portrait>

export const OpenProblem = z.object({
  id: z.string(),
  visit: RecordId,
  on: z.string(),
  description: z.string(),
  measure: z.string(),
  owner: z.string(),
  due: z.string().nullable(),
  said: Bilingual,
})
export type OpenProblem = z.infer<typeof OpenProblem>

/** What failed on a check that stands: the batch, the items, the day. */
export const FailedCheck = z.object({
  record: RecordRef,
  on: z.string(),
  product: z.string(),
  items: z.array(z.string()),
  serious: z.boolean(),
})
export type FailedCheck = z.infer<typeof FailedCheck>

const Told = z.object({ record: RecordRef, on: z.string(), said: z.string() })

/** 登门卡: what somebody should know who is about to knock. */
export const DoorCard = z.object({
  on: z.string(),
  lastVisit: z.object({ record: RecordRef, on: z.string(), who: z.array(z.string()), summary: z.string() }).nullable(),
  agreement: Portrait.shape.agreement,
  problems: z.array(OpenProblem),
  due: z.array(WorkItem),
  /** Within half a year, or past. */
  certificates: z.array(HeldCertificate),
  cases: z.array(z.object({ record: RecordRef, said: Bilingual })),
  failed: z.array(FailedCheck),
  complaints: z.array(Told),
  /** 三项制度 as the last visit found them; '' where nobody looked. */
  controls: z.object({ daily: z.string(), weekly: z.string(), monthly: z.string() }),
})
export type DoorCard = z.infer<typeof DoorCard>

const About = z.object({ id: RecordId })

export const portraitContract = {
  'enterprise.portrait': query(About, Portrait),
  /** Every record that names any entry of the enterprise, newest first. */
  'enterprise.timeline': query(
    About.extend({
      group: TimelineGroup.optional(),
      /** Keyset: `<day>~<id>` of the last one before. */
      after: z.string().max(100).optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    z.object({ items: z.array(TimelineEntry), next: z.string().nullable() }),
  ),
  'enterprise.credit': query(About, Credit),
  'enterprise.doorCard': query(About, DoorCard),
  /** A credit event filled in as far as it can be: `record.saveDraft` and `record.submit` take it from there. */
  'enterprise.newCreditEvent': query(
    About.extend({ type: CreditEvent.shape.type }),
    z.object({ id: RecordId, doc: z.record(z.string(), z.json()) }),
  ),
}
