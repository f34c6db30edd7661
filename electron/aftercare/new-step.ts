import { getCaseRow } from '#db/aftercare/case-queries'
import { AFTERCARE } from '#shared/aftercare/aftercare-case'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import { frozenClocks } from '#shared/aftercare/frozen-clocks'
import { undecided, untold } from '#shared/aftercare/offered-steps'
import { reportItems } from '#shared/aftercare/open-case'
import { caseOf } from '#shared/aftercare/recipients'
import { type Loose, textAt } from '#shared/kernel/kind'
import { type Course, ruleOf } from '#shared/kernel/procedure'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { itemVerdict } from '#shared/reference/verdict'
import { courseOf } from '../kernel/course.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { courseOfCheck } from './case-of-check.ts'
import { clockLaw } from './clock-law.ts'

type Prefill = (world: World, course: Course) => Loose

function nameOf(aftercareCase: Loose, recipient: string | undefined): string {
  return recipient === 'platform' ? textAt(aftercareCase, 'platform') : textAt(aftercareCase, recipient ?? '', 'name')
}

function notice(_world: World, course: Course): Loose {
  const [recipient] = untold(course)
  return recipient === undefined ? {} : { recipient, name: nameOf(caseOf(course), recipient), method: 'direct' }
}

function settlement(_world: World, course: Course): Loose {
  const [recipient] = undecided(course)
  return recipient === undefined ? {} : { recipient }
}

/** What failed is what is tested again; the new results are not known yet. */
function retestItems(world: World, course: Course): Loose {
  const items = reportItems(courseOfCheck(world, textAt(caseOf(course), 'check')))
  return { items: items.filter((item) => itemVerdict(item) === 'fail').map(({ result: _result, ...item }) => item) }
}

const prefills: Readonly<Record<string, Prefill>> = {
  notice,
  lapse: settlement,
  objection: (world, course) => ({ ...settlement(world, course), ground: 'conclusion' }),
  retestResult: retestItems,
  recheck: (_world, course) => ({ lab: textAt(caseOf(course), 'firstLab') }),
  close: (world, course) => ({ clocks: frozenClocks(course, clockLaw(world)) }),
}

/** A step with everything in it that the case knows already. */
export function newStep(world: World, id: string, step: string): Result<{ readonly id: string; readonly doc: Loose }> {
  const row = getCaseRow(world.db, id)
  if (row === null) return refuse(problem('aftercare.noSuchCase', '/case', { id }))
  if (ruleOf(aftercareProcedure, step) === undefined || step === 'open') {
    const known = aftercareProcedure.steps.map((rule) => rule.step).filter((name) => name !== 'open')
    return refuse(problem('procedure.unknownStep', '/step', { step, known: known.join(', ') }))
  }
  const course = courseOf(world, AFTERCARE, id)
  const common = { step, case: id, on: dayOf(world), region: row.region, caseNo: row.no }
  return ok({ id: newRecordId(), doc: { ...common, ...prefills[step]?.(world, course) } })
}
