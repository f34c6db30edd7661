import { z } from 'zod'
import { query } from '../kernel/contract.ts'
import { RecordId } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import { AgreementStatus } from './agreement-status.ts'

const Doc = z.record(z.string(), z.json())

export const AgreementSummary = z.object({
  id: RecordId,
  no: z.string(),
  enterpriseId: z.string(),
  enterprise: z.string(),
  region: z.string(),
  doctors: z.array(z.string()),
  signedOn: z.string(),
  validFrom: z.string(),
  /** The last day on which it stands. */
  lastDay: z.string(),
  intervalDays: z.int(),
  status: AgreementStatus,
  /** Days to the last day while it is in force and soon ends; null else. */
  endsIn: z.int().nullable(),
  /** The last visit under it, see `agreement.get`. */
  lastVisit: z.string().nullable(),
  /** Until when the next visit was promised; null when none is owed any more. */
  visitBy: z.string().nullable(),
  /** Days past that promise; 0 or less while it is kept, null when none is owed. */
  late: z.int().nullable(),
  state: RecordState,
  demo: z.boolean(),
  conflict: z.boolean(),
})
export type AgreementSummary = z.infer<typeof AgreementSummary>

export const agreementContract = {
  /** `idle`: in force and without a visit within its interval; `ending`: in force and soon over. Both the most pressing first, not paged. */
  'agreement.list': query(
    z.object({
      show: z.enum(['inForce', 'idle', 'ending', 'over', 'all']).default('inForce'),
      enterprise: z.string().optional(),
      search: z.string().max(200).default(''),
      after: z.string().max(200).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({
      items: z.array(AgreementSummary),
      /** Agreements in force (份) apart from the distinct enterprises that have one (家). */
      counts: z.object({ inForce: z.int(), enterprises: z.int(), idle: z.int(), ending: z.int(), over: z.int() }),
      next: z.string().nullable(),
    }),
  ),
  /** With its visits, the newest first: those that name it, and those one of its doctors made to the enterprise within its term. */
  'agreement.get': query(
    z.object({ id: RecordId }),
    z
      .object({
        summary: AgreementSummary,
        doc: Doc,
        visits: z.array(z.object({ id: RecordId, no: z.string(), on: z.string(), doctors: z.array(z.string()), named: z.boolean() })),
      })
      .nullable(),
  ),
  /** The document a new agreement starts from: number, today, own district, the usual interval. */
  'agreement.new': query(z.object({ enterprise: RecordId.optional(), adviser: RecordId.optional() }), z.object({ id: RecordId, doc: Doc })),
  /** Quality doctors and experts by name, for the form of an agreement; those whose appointment has run out are said to be. */
  'agreement.listDoctors': query(
    z.object({}),
    z.array(z.object({ id: RecordId, name: z.string(), org: z.string(), validTo: z.string(), expired: z.boolean() })),
  ),
}
