import { getCaseOfCheck, lastCaseNumber } from '#db/aftercare/case-queries'
import { caseFromCheck, type Opening } from '#shared/aftercare/open-case'
import type { Bilingual } from '#shared/kernel/bilingual'
import type { Loose } from '#shared/kernel/kind'
import { type Course, lastOf } from '#shared/kernel/procedure'
import { okUnless, type Problem, problem, type Result } from '#shared/kernel/result'
import { courseOf } from '../kernel/course.ts'
import { dayOf, type World } from '../kernel/world.ts'

/** The procedure whose end in `fail` opens a case. */
const SPOT_CHECK = 'spotCheck'

/** The course of a check; empty while nothing is known of it. */
export const courseOfCheck = (world: World, check: string): Course => courseOf(world, SPOT_CHECK, check)

/** CQ-<region>-<day>-<4 of the device>-H<running number>: unique without a network. */
export function nextCaseNumber(world: World): string {
  const prefix = `CQ-${world.self.region}-${dayOf(world).replaceAll('-', '')}-${world.self.device.slice(0, 4)}-H`
  return `${prefix}${String(lastCaseNumber(world.db, prefix) + 1).padStart(3, '0')}`
}

function stateName(world: World, state: string): Bilingual {
  const states = world.projections.procedures.get(SPOT_CHECK)?.tracks['main']?.states
  return states?.[state] ?? { zh: state, en: state }
}

/** The document of the case of a check, or why there is none to open: Order 18 art. 35, one case for one failed batch. */
export function buildCase(world: World, opening: Opening, id = ''): Result<Loose> {
  const { check, openedOn } = opening
  const course = courseOfCheck(world, check)
  const { main = 'none' } = course.states
  const found: Problem[] = []
  if (main !== 'fail') {
    const article = world.articleOf('caseOpen')
    found.push(problem('aftercare.checkNotFailed', '/check', { state: stateName(world, main), article }))
  }
  const other = getCaseOfCheck(world.db, check, id)
  if (other !== null) found.push(problem('aftercare.alreadyOpen', '/check', { no: other.no, id: other.rid }))
  const judged = lastOf(course, 'judge')?.on ?? ''
  if (openedOn < judged) found.push(problem('aftercare.openedBeforeVerdict', '/openedOn', { on: openedOn, day: judged }))
  return okUnless(found, caseFromCheck(course, opening))
}
