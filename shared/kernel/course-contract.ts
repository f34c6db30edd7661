import { z } from 'zod'
import { Bilingual } from './bilingual.ts'
import { LocalTime, RecordId } from './ids.ts'
import { RecordState } from './record-contract.ts'

const Problem = z.object({ code: z.string(), path: z.string(), facts: z.unknown() })

/** A step that was recorded, as screens show it. */
export const TakenStep = z.object({
  /** The record that says so: open it, correct it, void it. */
  id: RecordId,
  kind: z.string(),
  step: z.string(),
  name: Bilingual,
  on: z.string(),
  at: LocalTime,
  by: z.string(),
  state: RecordState,
  doc: z.record(z.string(), z.json()),
  files: z.int(),
})
export type TakenStep = z.infer<typeof TakenStep>

/** Where a procedure stands about one subject: tracks and their states, what was done, what may be done next. */
export const CourseDetail = z.object({
  subject: z.string(),
  procedure: z.string(),
  open: z.boolean(),
  states: z.record(z.string(), z.string()),
  taken: z.array(TakenStep),
  /** Steps that are recorded but do not count, and why. */
  outOfPlace: z.array(TakenStep.extend({ problems: z.array(Problem) })),
  next: z.array(z.object({ step: z.string(), name: Bilingual, article: Bilingual })),
})
export type CourseDetail = z.infer<typeof CourseDetail>
