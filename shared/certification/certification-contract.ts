import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { query } from '../kernel/contract.ts'
import { CourseDetail } from '../kernel/course-contract.ts'
import { LocalDate, RecordId } from '../kernel/ids.ts'
import { CertificationKind } from './certification-choices.ts'

const Doc = z.record(z.string(), z.json())
const Fresh = z.object({ id: RecordId, doc: Doc })
const limit = z.int().min(1).max(200).default(50)

/** A gate of a case as it stands: each thing it asks, and whether the draft of its step has it already. */
export const GateView = z.object({
  stage: z.string(),
  gate: Bilingual,
  requirements: z.array(z.object({ words: Bilingual, met: z.boolean() })),
  /** The draft of its step that was begun; null while there is none. */
  draft: RecordId.nullable(),
})
export type GateView = z.infer<typeof GateView>

export const CertificationCaseSummary = z.object({
  id: RecordId,
  no: z.string(),
  /** The enterprise as the case names it. */
  title: z.string(),
  enterpriseId: z.string(),
  certificationKind: z.string(),
  contribution: z.string(),
  scope: z.string(),
  stage: z.string(),
  open: z.boolean(),
  suspended: z.boolean(),
  /** Since when it stands in its stage, and how many days that is. */
  since: z.string(),
  age: z.int(),
  /** A stage older than the rule `stageIdle` allows. */
  idle: z.boolean(),
  certificates: z.int(),
  /** What its next gate still asks for. */
  gate: GateView.nullable(),
  day: z.string(),
  demo: z.boolean(),
})
export type CertificationCaseSummary = z.infer<typeof CertificationCaseSummary>

export const CertificateSummary = z.object({
  id: RecordId,
  number: z.string(),
  body: z.string(),
  certificationKind: z.string(),
  enterpriseId: z.string(),
  enterprise: z.string(),
  case: z.string(),
  caseNo: z.string(),
  issuedOn: LocalDate,
  expiresOn: LocalDate,
  /** Days from today until it expires; negative when it has. */
  daysLeft: z.int(),
  /** Within the days of the rule `certificateReminder`, and not yet replaced. */
  expiring: z.boolean(),
  status: z.string(),
  verification: z.string(),
  demo: z.boolean(),
})
export type CertificateSummary = z.infer<typeof CertificateSummary>

export const CertificationClock = z.object({
  rule: z.string(),
  name: Bilingual,
  article: Bilingual,
  source: z.string(),
  about: Bilingual,
  started: z.string(),
  due: z.string().nullable(),
  endedOn: z.string().nullable(),
  daysLeft: z.int().nullable(),
})
export type CertificationClock = z.infer<typeof CertificationClock>

const Warning = z.object({ code: z.string(), path: z.string(), facts: z.unknown() })

export const certificationContract = {
  /** A case filled in as far as it can be, of an enterprise of the directory; one's own name is the first helper. */
  'certification.newCase': query(z.object({ enterprise: RecordId.optional() }), Fresh),
  'certification.newStep': query(z.object({ case: RecordId, step: z.string() }), Fresh),
  /** A certificate of a case, filled in from the case and from the certificate recorded last for it; of no case, of an enterprise. */
  'certification.newCertificate': query(z.object({ case: RecordId.optional(), enterprise: RecordId.optional() }), Fresh),
  'certification.getCase': query(
    z.object({ id: RecordId }),
    z
      .object({
        summary: CertificationCaseSummary,
        doc: Doc,
        course: CourseDetail,
        certificates: z.array(CertificateSummary),
        clocks: z.array(CertificationClock),
      })
      .nullable(),
  ),
  'certification.listCases': query(
    z.object({
      stage: z.string().optional(),
      enterprise: RecordId.optional(),
      search: z.string().max(200).default(''),
      after: z.string().optional(),
      limit,
    }),
    z.object({ items: z.array(CertificationCaseSummary), next: z.string().nullable() }),
  ),
  /** How many cases stand in each stage or have ended, and since when the oldest has stood there. */
  'certification.board': query(
    z.object({}),
    z.array(z.object({ stage: z.string(), cases: z.int(), oldest: z.int(), suspended: z.int(), idle: z.int() })),
  ),
  /** Open cases for the same wish of the same enterprise: said before another one is opened, never refused. */
  'certification.similarCases': query(
    z.object({
      enterprise: RecordId,
      certificationKind: CertificationKind,
      scope: z.string().max(500).optional(),
      besides: RecordId.optional(),
    }),
    z.array(z.object({ id: RecordId, no: z.string(), stage: z.string(), openedOn: z.string() })),
  ),
  /** The ones that expire first come first. */
  'certification.listCertificates': query(
    z.object({
      show: z.enum(['all', 'expiring', 'unverified']).default('all'),
      enterprise: RecordId.optional(),
      search: z.string().max(200).default(''),
      after: z.string().optional(),
      limit,
    }),
    z.object({ items: z.array(CertificateSummary), next: z.string().nullable() }),
  ),
  'certification.countCertificates': query(z.object({}), z.object({ all: z.int(), expiring: z.int(), unverified: z.int() })),
  /** What a number says, and what is odd about it; a warning never stops a record. */
  'certification.readNumber': query(
    z.object({ number: z.string().max(100), kind: CertificationKind.optional(), issuedOn: z.string().max(10).optional() }),
    z.object({
      normalized: z.string(),
      form: z.string().nullable(),
      year: z.int().nullable(),
      body: z.string().nullable(),
      bodyName: z.string().nullable(),
      kind: z.string().nullable(),
      serial: z.string().nullable(),
      renewals: z.int().nullable(),
      size: z.string().nullable(),
      region: z.string().nullable(),
      warnings: z.array(Warning),
    }),
  ),
}
