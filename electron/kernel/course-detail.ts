import { getRecord } from '#db/kernel/records'
import type { CourseDetail, TakenStep } from '#shared/kernel/course-contract'
import { type Act, nextSteps, ruleOf } from '#shared/kernel/procedure'
import { courseOf } from './course.ts'
import type { World } from './world.ts'

/** A procedure about one subject as screens show it; null while nothing is known of it. */
export function courseDetail(world: World, procedure: string, subject: string): CourseDetail | null {
  const table = world.projections.procedures.get(procedure)
  if (table === undefined) throw new Error(`no such procedure: ${procedure}`)
  const course = courseOf(world, procedure, subject)
  if (course.taken.length === 0 && course.outOfPlace.length === 0) return null
  const shown = (act: Act): TakenStep => {
    const record = getRecord(world.db, act.id)
    if (record === null) throw new Error(`an act without its record: ${act.id}`)
    const { kind, by, state, attachments } = record
    const name = ruleOf(table, act.step)?.name ?? { zh: act.step, en: act.step }
    return {
      id: act.id,
      kind,
      step: act.step,
      name,
      on: act.on,
      at: act.at,
      by,
      state,
      doc: act.doc as TakenStep['doc'],
      files: attachments.length,
    }
  }
  return {
    subject,
    procedure,
    open: table.isOpen(course),
    states: { ...course.states },
    taken: course.taken.map(shown),
    outOfPlace: course.outOfPlace.map(({ act, problems }) => ({ ...shown(act), problems: [...problems] })),
    next: nextSteps(table, course).map(({ step, name, article }) => ({ step, name, article: world.articleOf(article) })),
  }
}
