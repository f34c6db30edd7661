import { z } from 'zod'
import { query } from '../kernel/contract.ts'
import { LocalDate, RecordId } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import { Adviser } from './adviser.ts'

const Doc = z.record(z.string(), z.json())
const paged = { after: z.string().max(200).optional(), limit: z.int().min(1).max(200).default(50) }

/** What teams did in a stretch of time, each in its own unit: 场次, 家次, 家, 人次 of managers, 人次 of workers. Never added up. */
export const TeamTotals = z.object({
  activities: z.int(),
  visits: z.int(),
  enterprises: z.int(),
  managers: z.int(),
  workers: z.int(),
})
export type TeamTotals = z.infer<typeof TeamTotals>

export const TeamSummary = z.object({
  id: RecordId,
  name: z.string(),
  region: z.string(),
  industry: z.string(),
  captain: z.string(),
  members: z.int(),
  foundedOn: z.string(),
  /** The last day it counts, '' while it stands. */
  dissolvedOn: z.string(),
  active: z.boolean(),
  state: RecordState,
  demo: z.boolean(),
  conflict: z.boolean(),
  /** Of the year that was asked for. */
  did: TeamTotals,
})
export type TeamSummary = z.infer<typeof TeamSummary>

/** 一场活动: what a team did on one day under one name, at one or several enterprises. */
export const TeamActivity = z.object({
  day: z.string(),
  /** '' where the visit had no name of its own. */
  name: z.string(),
  visits: z.array(z.object({ id: RecordId, no: z.string(), enterprise: z.string() })),
  managers: z.int(),
  workers: z.int(),
})
export type TeamActivity = z.infer<typeof TeamActivity>

/** Where an appointment stands today; `open` has no last day. A hint, never a block. */
export const Appointment = z.enum(['open', 'valid', 'ending', 'expired'])
export type Appointment = z.infer<typeof Appointment>

export const PersonSummary = z.object({
  id: RecordId,
  name: z.string(),
  role: Adviser.shape.role,
  region: z.string(),
  org: z.string(),
  enterprise: z.object({ id: z.string(), name: z.string() }).nullable(),
  expertise: z.array(z.string()),
  appointmentNo: z.string(),
  appointedOn: z.string(),
  validTo: z.string(),
  appointment: Appointment,
  phone: z.string(),
  state: RecordState,
  demo: z.boolean(),
  conflict: z.boolean(),
})
export type PersonSummary = z.infer<typeof PersonSummary>

export const teamContract = {
  /** Teams, the youngest first; the totals are over every team, of one year (this one when left out). */
  'team.listTeams': query(
    z.object({
      show: z.enum(['active', 'all']).default('active'),
      region: z.string().optional(),
      search: z.string().max(200).default(''),
      year: z.int().min(2000).max(2100).optional(),
      ...paged,
    }),
    z.object({ items: z.array(TeamSummary), active: z.int(), year: z.int(), totals: TeamTotals, next: z.string().nullable() }),
  ),
  'team.getTeam': query(
    z.object({ id: RecordId, year: z.int().min(2000).max(2100).optional() }),
    z.object({ summary: TeamSummary, doc: Doc, year: z.int(), ever: TeamTotals }).nullable(),
  ),
  /** What a team did, the newest first. */
  'team.listActivities': query(
    z.object({ team: RecordId, ...paged }),
    z.object({ items: z.array(TeamActivity), next: z.string().nullable() }),
  ),
  /** The document a new team starts from: today, own district. */
  'team.newTeam': query(z.object({}), z.object({ id: RecordId, doc: Doc })),
  'team.listPeople': query(
    z.object({
      role: Adviser.shape.role.optional(),
      /** Only those whose appointment has run out. */
      expired: z.boolean().default(false),
      search: z.string().max(200).default(''),
      ...paged,
    }),
    z.object({
      items: z.array(PersonSummary),
      /** How many there are of each role, and of how many the appointment has run out; before the search. */
      counts: z.object({ qualityDoctor: z.int(), expert: z.int(), chiefQualityOfficer: z.int(), expired: z.int() }),
      next: z.string().nullable(),
    }),
  ),
  'team.newPerson': query(
    z.object({ role: Adviser.shape.role, enterprise: RecordId.optional(), on: LocalDate.optional() }),
    z.object({ id: RecordId, doc: Doc }),
  ),
}
