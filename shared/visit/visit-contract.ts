import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { query } from '../kernel/contract.ts'
import { CourseDetail } from '../kernel/course-contract.ts'
import { RecordId } from '../kernel/ids.ts'
import { VisitKind } from './visit-choices.ts'

const Doc = z.record(z.string(), z.json())

/** Where a problem stands: the states of the main track of its procedure. */
export const ProblemState = z.enum(['open', 'inProgress', 'partial', 'solved', 'declined', 'transferred'])
export type ProblemState = z.infer<typeof ProblemState>

export const ProblemSummary = z.object({
  id: RecordId,
  visit: RecordId,
  visitNo: z.string(),
  on: z.string(),
  enterpriseId: z.string(),
  enterprise: z.string(),
  region: z.string(),
  type: z.string(),
  severity: z.string(),
  dimension: z.string(),
  description: z.string(),
  /** The prescription's words, '' where nothing was prescribed. */
  measure: z.string(),
  owner: z.string(),
  state: ProblemState,
  open: z.boolean(),
  /** Referred to a station and not answered yet. */
  waitsForAnswer: z.boolean(),
  /** When it is to be asked after; null once it is over. */
  due: z.string().nullable(),
  daysLeft: z.int().nullable(),
})
export type ProblemSummary = z.infer<typeof ProblemSummary>

export const VisitSummary = z.object({
  id: RecordId,
  no: z.string(),
  on: z.string(),
  kind: VisitKind,
  enterpriseId: z.string(),
  enterprise: z.string(),
  region: z.string(),
  team: z.string(),
  helpers: z.int(),
  problems: z.int(),
  solved: z.int(),
  managers: z.int(),
  workers: z.int(),
  state: z.string(),
  demo: z.boolean(),
})
export type VisitSummary = z.infer<typeof VisitSummary>

/** The totals of the visits that a filter leaves: 家次 apart from 家, 人次 of managers apart from workers. */
export const VisitTotals = z.object({
  visits: z.int(),
  enterprises: z.int(),
  experts: z.int(),
  managers: z.int(),
  workers: z.int(),
  raised: z.int(),
  solved: z.int(),
})

const VisitFilter = z.object({
  kind: VisitKind.optional(),
  team: z.string().optional(),
  enterprise: z.string().optional(),
  search: z.string().max(200).default(''),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})

export const visitContract = {
  /**
   * The document a quick log starts from: today, number, own team and helpers as on the last visit; with an enterprise everything that is
   * known of it (directory, then its last visit), 复诊 when it has been visited before, its agreement in force.
   */
  'visit.new': query(
    z.object({ enterprise: RecordId.optional(), kind: VisitKind.optional() }),
    z.object({ id: RecordId, doc: Doc, lastVisit: z.object({ id: RecordId, on: z.string(), no: z.string() }).nullable() }),
  ),
  /** What stands between a draft and its sealing, as `record.submit` would say it. */
  'visit.check': query(z.object({ id: RecordId }), z.array(z.object({ code: z.string(), path: z.string(), facts: z.unknown() }))),
  'visit.list': query(
    VisitFilter.extend({ after: z.string().optional(), limit: z.int().min(1).max(200).default(50) }),
    z.object({ items: z.array(VisitSummary), totals: VisitTotals, next: z.string().nullable() }),
  ),
  'visit.listProblems': query(
    z.object({
      /** `due`: open, and to be asked after within two weeks or overdue. */
      show: z.enum(['open', 'due', 'waiting', 'solved', 'all']).default('open'),
      enterprise: z.string().optional(),
      visit: z.string().optional(),
      search: z.string().max(200).default(''),
      after: z.string().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({ items: z.array(ProblemSummary), total: z.int(), overdue: z.int(), next: z.string().nullable() }),
  ),
  'visit.getProblem': query(
    z.object({ id: RecordId }),
    z
      .object({
        summary: ProblemSummary,
        /** The problem and its prescriptions as the visit says them. */
        problem: Doc,
        prescriptions: z.array(Doc),
        course: CourseDetail,
        benefit: z.object({ yuan: z.string(), basis: z.string(), confirmedBy: z.string(), confirmedOn: z.string() }).nullable(),
        /** The rule that says when an unprescribed problem is asked after. */
        rule: z.object({ name: Bilingual, days: z.int(), source: z.string() }).nullable(),
      })
      .nullable(),
  ),
  /** A step filled in as far as it can be: `record.saveDraft` and `record.submit` take it from there. */
  'visit.newStep': query(z.object({ problem: RecordId, step: z.string() }), z.object({ id: RecordId, doc: Doc })),
}
