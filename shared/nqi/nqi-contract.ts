import { z } from 'zod'
import { query } from '../kernel/contract.ts'
import { RecordId } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import { Facility } from './facility.ts'
import { FacilityUse } from './facility-use.ts'

const Doc = z.record(z.string(), z.json())
const Year = z.int().min(2000).max(2100).optional()
const paged = { after: z.string().max(200).optional(), limit: z.int().min(1).max(200).default(50) }

/**
 * One-stop help in a stretch of time, each in its own unit: 家 served (distinct, merged enterprises once), services, 个 solved, fen of
 * benefit that the enterprise confirmed; of laboratories 家, uses and fen saved. What is not confirmed counts nothing and stands apart.
 */
export const NqiTotals = z.object({
  enterprises: z.int(),
  services: z.int(),
  solved: z.int(),
  benefitFen: z.int(),
  labEnterprises: z.int(),
  labUses: z.int(),
  savedFen: z.int(),
  unconfirmed: z.int(),
  unconfirmedFen: z.int(),
  labUnconfirmed: z.int(),
  labUnconfirmedFen: z.int(),
})
export type NqiTotals = z.infer<typeof NqiTotals>

export const FacilitySummary = z.object({
  id: RecordId,
  type: Facility.shape.type,
  name: z.string(),
  region: z.string(),
  platform: z.object({ id: z.string(), name: z.string() }).nullable(),
  enterprise: z.object({ id: z.string(), name: z.string() }).nullable(),
  elements: z.array(z.string()),
  items: z.string(),
  openedOn: z.string(),
  closedOn: z.string(),
  isOpen: z.boolean(),
  /** Of a platform: its stations that are open. */
  stations: z.int(),
  /** Referrals that wait for an answer here; of a platform, at its stations too. */
  waiting: z.int(),
  /** Of this year, a platform with its stations. */
  did: NqiTotals,
  state: RecordState,
  demo: z.boolean(),
  conflict: z.boolean(),
})
export type FacilitySummary = z.infer<typeof FacilitySummary>

export const UseSummary = z.object({
  id: RecordId,
  type: FacilityUse.shape.type,
  facilityId: z.string(),
  facility: z.string(),
  on: z.string(),
  enterpriseId: z.string(),
  enterprise: z.string(),
  matter: z.string(),
  element: z.string(),
  problems: z.int(),
  solved: z.int(),
  solvedOn: z.string(),
  answer: z.string(),
  uses: z.int(),
  benefit: z
    .object({ fen: z.int(), basis: z.string(), confirmed: z.boolean(), confirmedBy: z.string(), confirmedOn: z.string() })
    .nullable(),
  state: RecordState,
  demo: z.boolean(),
  conflict: z.boolean(),
})
export type UseSummary = z.infer<typeof UseSummary>

export const nqiContract = {
  'nqi.listFacilities': query(
    z.object({
      type: Facility.shape.type,
      /** Stations of one platform. */
      platform: RecordId.optional(),
      show: z.enum(['open', 'all']).default('open'),
      search: z.string().max(200).default(''),
      ...paged,
    }),
    z.object({ items: z.array(FacilitySummary), next: z.string().nullable() }),
  ),
  'nqi.getFacility': query(
    z.object({ id: RecordId }),
    z
      .object({
        summary: FacilitySummary,
        doc: Doc,
        ever: NqiTotals,
        /** Problems of visits that were referred here, those that wait first. */
        referrals: z.array(
          z.object({
            problem: RecordId,
            on: z.string(),
            facility: z.string(),
            enterprise: z.string(),
            description: z.string(),
            question: z.string(),
            waiting: z.boolean(),
          }),
        ),
      })
      .nullable(),
  ),
  /** Services and uses, the newest first. `unsolved`: services with something still to be solved; `unconfirmed`: benefits not confirmed yet. */
  'nqi.listUses': query(
    z.object({
      /** At one place; of a platform also at its stations. */
      facility: RecordId.optional(),
      type: FacilityUse.shape.type.optional(),
      show: z.enum(['all', 'unsolved', 'unconfirmed']).default('all'),
      search: z.string().max(200).default(''),
      ...paged,
    }),
    z.object({ items: z.array(UseSummary), next: z.string().nullable() }),
  ),
  /** Platforms, stations and laboratories that are open today, and what they did in a year (this one when left out). */
  'nqi.getTotals': query(
    z.object({ year: Year }),
    z.object({ year: z.int(), platforms: z.int(), stations: z.int(), labs: z.int(), did: NqiTotals, ever: NqiTotals }),
  ),
  /** Open places by name, for a choice in a form. */
  'nqi.listPlaces': query(
    z.object({ type: z.enum(['platform', 'service', 'labUse']) }),
    z.array(z.object({ id: RecordId, type: Facility.shape.type, name: z.string(), region: z.string() })),
  ),
  'nqi.newFacility': query(z.object({ type: Facility.shape.type, platform: RecordId.optional() }), z.object({ id: RecordId, doc: Doc })),
  'nqi.newUse': query(
    z.object({ type: FacilityUse.shape.type, facility: RecordId.optional(), enterprise: RecordId.optional() }),
    z.object({ id: RecordId, doc: Doc }),
  ),
}
