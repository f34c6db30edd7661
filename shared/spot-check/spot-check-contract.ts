import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { command, query } from '../kernel/contract.ts'
import { CourseDetail } from '../kernel/course-contract.ts'
import { RecordId } from '../kernel/ids.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { RecordProblem } from '../kernel/record-contract.ts'
import { Signature } from './signature.ts'

const Problem = z.object({ code: z.string(), path: z.string(), facts: z.unknown() })
const Doc = z.record(z.string(), z.json())
const Fresh = z.object({ id: RecordId, doc: Doc })

/** A check as lists show it. */
export const CheckSummary = z.object({
  check: RecordId,
  state: z.string(),
  day: z.string(),
  no: z.string(),
  title: z.string(),
  region: z.string(),
  /** The record to open: the sheet, the site report, or the task while nothing else is there. */
  record: RecordId,
  kind: z.string(),
  /** Steps that do not count. */
  aside: z.int(),
  demo: z.boolean(),
})
export type CheckSummary = z.infer<typeof CheckSummary>

export const TaskProgress = z.object({
  quota: z.int(),
  /** Checks of the task by state of the procedure. */
  counts: z.record(z.string(), z.int()),
  /** Sealed sheets: what counts against the quota. */
  sealed: z.int(),
  targets: z.array(
    z.object({
      check: RecordId,
      name: z.string(),
      uscc: z.string().optional(),
      address: z.string().optional(),
      state: z.string(),
      day: z.string(),
      record: RecordId.nullable(),
      kind: z.string().nullable(),
    }),
  ),
  /** How old what this device knows of others is: when the newest batch it imported was made; null when it never imported any. */
  asOf: z.string().nullable(),
})
export type TaskProgress = z.infer<typeof TaskProgress>

export const spotCheckContract = {
  /**
   * The document a new sheet starts from: its number, region, day, from this person's last sheet the samplers and the sampling
   * body, and of a task's check what the task says. Writes nothing: a sheet that was only opened leaves no draft behind.
   */
  'spotCheck.newSheet': query(
    z.object({ enterpriseId: RecordId.optional(), check: RecordId.optional(), variant: z.enum(['industrial', 'food']).optional() }),
    Fresh,
  ),
  /** Everything that stands between this draft and its sealing; empty when it may be sealed. */
  'spotCheck.checkSheet': query(z.object({ id: RecordId }), z.array(Problem)),
  /** Signs the given content as it stands: saves it as the draft and answers with the document that carries the signature. */
  'spotCheck.signSheet': command<FieldProblem | RecordProblem>()(
    z.object({ id: RecordId, doc: z.unknown(), signature: Signature.pick({ role: true, name: true, strokes: true }) }),
    z.object({ doc: Doc }),
  ),
  /** What was written at this enterprise (or of this product kind) the last time, for "repeat last": the newest sealed sheet, or null. */
  'spotCheck.lastSheet': query(z.object({ enterpriseId: RecordId.optional(), kind: z.string().optional() }), Doc.nullable()),
  'spotCheck.newTask': query(z.object({}), Fresh),
  /** 未抽到样品, 拒检 or 终止: a report filled in from the task, the enterprise and the last sheet. */
  'spotCheck.newSiteReport': query(
    z.object({
      outcome: z.enum(['notFound', 'refused', 'terminated']),
      check: RecordId.optional(),
      enterpriseId: RecordId.optional(),
    }),
    Fresh,
  ),
  /** Everything that would stand against sealing the draft of a site report now. */
  'spotCheck.checkSiteReport': query(z.object({ id: RecordId }), z.array(Problem)),
  /** The same as `signSheet`, for a site report. */
  'spotCheck.signSiteReport': command<FieldProblem | RecordProblem>()(
    z.object({ id: RecordId, doc: z.unknown(), signature: Signature.pick({ role: true, name: true, strokes: true }) }),
    z.object({ doc: Doc }),
  ),
  /** One check: where it stands, what was done, what comes next; with the task it belongs to. */
  'spotCheck.getCheck': query(
    z.object({ check: RecordId }),
    z
      .object({
        summary: CheckSummary,
        course: CourseDetail,
        sheet: RecordId.nullable(),
        siteReport: RecordId.nullable(),
        task: z.object({ id: RecordId, no: z.string(), title: z.string() }).nullable(),
        /** The verdict that the report's items lead to, in one sentence; null before a report. */
        explained: z.object({ verdict: z.string(), sentence: Bilingual, edition: z.string() }).nullable(),
      })
      .nullable(),
  ),
  /** A step filled in as far as it can be: `record.saveDraft` and `record.submit` take it from there. */
  'spotCheck.newStep': query(z.object({ check: RecordId, step: z.string() }), Fresh),
  'spotCheck.listChecks': query(
    z.object({ state: z.string().optional(), after: z.string().optional(), limit: z.int().min(1).max(200).default(50) }),
    z.object({ items: z.array(CheckSummary), next: z.string().nullable() }),
  ),
  'spotCheck.countChecks': query(z.object({}), z.record(z.string(), z.int())),
  'spotCheck.taskProgress': query(z.object({ id: RecordId }), TaskProgress.nullable()),
  /** Checks of tasks that wait for this person: planned, assigned or on site, those due first. */
  'spotCheck.listMine': query(
    z.object({ limit: z.int().min(1).max(200).default(50) }),
    z.array(CheckSummary.extend({ task: z.string(), dueOn: z.string().nullable() })),
  ),
}
