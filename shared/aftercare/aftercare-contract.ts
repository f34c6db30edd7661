import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { command, query } from '../kernel/contract.ts'
import { CourseDetail } from '../kernel/course-contract.ts'
import { LocalDate, LocalTime, RecordId, Sha256 } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import type { Problem } from '../kernel/result.ts'
import { Sureness } from '../reference/reference.ts'
import type { AftercareProblem } from './aftercare-problems.ts'
import { ClocksRecomputed } from './clocks-recomputed.ts'
import { CaseVerdict } from './final-verdict.ts'

/** A clock of a case with the days it leads to. */
export const CaseClock = z.object({
  rule: z.string(),
  name: Bilingual,
  kind: z.enum(['limit', 'retention']),
  about: z.string(),
  started: z.string(),
  endedOn: z.string().nullable(),
  /**
   * The last day as counted (the bureau's own target), and the last day in law; null where it is not known because the calendar of
   * `missingYear` is. The target of calendar days is known without one.
   */
  raw: z.string().nullable(),
  due: z.string().nullable(),
  window: z.object({ first: z.string(), last: z.string() }).nullable(),
  /** The year whose calendar is missing. */
  missingYear: z.string().nullable(),
  article: Bilingual,
  source: z.string(),
  sure: Sureness,
  /** Days from today to `due`; negative when it has passed, null when it is done or `due` is not known. */
  daysLeft: z.int().nullable(),
  /** `frozen`: of a closed case, and not ended by then. */
  standing: z.enum(['running', 'dueThisWeek', 'overdue', 'done', 'doneLate', 'frozen']),
})
export type CaseClock = z.infer<typeof CaseClock>

export const CaseSummary = z.object({
  id: RecordId,
  no: z.string(),
  title: z.string(),
  region: z.string(),
  main: z.string(),
  states: z.record(z.string(), z.string()),
  open: z.boolean(),
  aside: z.int(),
  day: z.string(),
  demo: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const DueRow = CaseClock.extend({ case: RecordId, no: z.string(), title: z.string(), region: z.string() })
export type DueRow = z.infer<typeof DueRow>

const Doc = z.record(z.string(), z.json())

export const aftercareContract = {
  /** Opens the case of a failed check; one for each failed batch. `on`: when it was opened, where that was before today. */
  'aftercare.openCase': command<AftercareProblem | Problem>()(
    z.object({ check: RecordId, on: LocalDate.optional() }),
    z.object({ id: RecordId, revision: Sha256.nullable(), state: RecordState, at: LocalTime }),
  ),
  'aftercare.findCase': query(z.object({ check: RecordId }), CaseSummary.nullable()),
  'aftercare.getCase': query(
    z.object({ id: RecordId }),
    z
      .object({
        summary: CaseSummary,
        doc: Doc,
        course: CourseDetail,
        clocks: z.array(CaseClock),
        missing: z.array(Bilingual),
        verdict: CaseVerdict,
      })
      .nullable(),
  ),
  /** A step filled in as far as it can be: `record.saveDraft` and `record.submit` take it from there. */
  'aftercare.newStep': query(z.object({ case: RecordId, step: z.string() }), z.object({ id: RecordId, doc: Doc })),
  'aftercare.listCases': query(
    z.object({
      main: z.string().optional(),
      search: z.string().max(200).default(''),
      after: z.string().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({ items: z.array(CaseSummary), next: z.string().nullable() }),
  ),
  'aftercare.countCases': query(z.object({}), z.record(z.string(), z.int())),
  /** Clocks of open cases: overdue first, then by the day they run out; 本周到期 and 逾期 are filters of it. */
  'aftercare.listDue': query(
    z.object({ standing: z.enum(['all', 'dueThisWeek', 'overdue']).default('all'), limit: z.int().min(1).max(500).default(200) }),
    z.object({ items: z.array(DueRow), overdue: z.int(), dueThisWeek: z.int(), total: z.int() }),
  ),
  /** What a changed calendar or rule did to the clocks of open cases, the newest first. */
  'aftercare.listClockChanges': query(
    z.object({ limit: z.int().min(1).max(100).default(20) }),
    z.array(ClocksRecomputed.extend({ at: LocalTime, by: z.string() })),
  ),
}
