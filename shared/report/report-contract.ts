import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { RecordId, Region, Sha256 } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import type { Problem } from '../kernel/result.ts'
import type { PeriodProblem } from './period.ts'

export type ReportProblem =
  | PeriodProblem
  | Problem<'report.noSuchCell', { readonly code: string; readonly cell: string; readonly known: string }>
  | Problem<'report.cannotWrite', { readonly file: string; readonly reason: string }>
  | Problem<'reference.unknownRegion', { readonly region: string }>

/** `2026`, `2026-10`, `2026-Q4` or `2026-10-01..2026-10-20`; without a region: all of them. `500000` is the whole city. */
const About = z.object({ period: z.string().max(60), region: Region.optional() })

const Day = z.iso.date()
const Span = z.object({ from: Day, to: Day })

/** One cell; its name, unit and basis stand in the table of indicators. Money in yuan. */
export const Figure = z.object({ code: z.string(), cell: z.string(), value: z.number(), cumulative: z.number() })
export type Figure = z.infer<typeof Figure>

/** A record behind a figure. */
export const CountedRecord = z.object({
  id: RecordId,
  kind: z.string(),
  no: z.string(),
  title: z.string(),
  state: RecordState,
  /** The day it counts on, or the first day on which it stands. */
  on: z.string(),
  enterpriseId: z.string(),
  enterprise: z.string(),
  /** What it adds to the figure, in its unit: of several records about one enterprise (one activity), the first adds 1 and the others 0. */
  adds: z.number(),
})
export type CountedRecord = z.infer<typeof CountedRecord>

/** The last row of a page. */
export const Place = z.object({ by: z.string(), day: z.string(), source: z.string(), place: z.int() })
export type Place = z.infer<typeof Place>

export const reportContract = {
  /** R01 to R16, this period and the year so far side by side. */
  'report.indicators': query(
    About,
    z.object({
      period: z.string(),
      from: Day,
      to: Day,
      cumulative: Span,
      region: z.string(),
      figures: z.array(Figure),
      /** Nothing was ever recorded that could be counted. */
      empty: z.boolean(),
    }),
  ),
  /** Exactly the records behind one figure: what they add is the figure. */
  'report.records': query(
    About.extend({
      code: z.string(),
      cell: z.string().default(''),
      span: z.enum(['period', 'cumulative']).default('period'),
      after: Place.optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ total: z.int(), items: z.array(CountedRecord), next: Place.nullable() }),
  ),
  /** Writes the report to a file the person chose: JSON with the ids of the records, CSV, or a workbook that also lists the records. */
  'report.export': command<ReportProblem>()(
    About.extend({ file: z.string(), format: z.enum(['json', 'csv', 'xlsx']), language: z.enum(['zh', 'en']).default('zh') }),
    z.object({ file: z.string(), bytes: z.int(), sha256: Sha256 }),
  ),
}
