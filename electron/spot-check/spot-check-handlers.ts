import { countCourses } from '#db/kernel/courses'
import { getDraft } from '#db/kernel/drafts'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import type { Loose } from '#shared/kernel/kind'
import { ok, type Problem, problem, refuse } from '#shared/kernel/result'
import { checkProcedure } from '#shared/spot-check/check-procedure'
import { SPOT_CHECK } from '#shared/spot-check/check-step'
import { samplingSheetKind } from '#shared/spot-check/sampling-sheet'
import { siteReportKind } from '#shared/spot-check/site-report'
import type { spotCheckContract } from '#shared/spot-check/spot-check-contract'
import { problemsOfActs } from '../kernel/course.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { newRecordId, type World } from '../kernel/world.ts'
import { getCheck, listChecks, listMine } from './checks.ts'
import { lastSheet } from './known.ts'
import { newSheet } from './new-sheet.ts'
import { isCheckStep, newStep } from './new-step.ts'
import { samplingSheetRules } from './sheet-rules.ts'
import { signDocument } from './signing.ts'
import { newSiteReport, siteReportRules } from './site-report-rules.ts'
import { taskProgress } from './task-progress.ts'
import { newTask } from './task-rules.ts'

/** A document that was only begun: written nowhere until it is saved. */
const fresh = (doc: Loose) => ok({ id: newRecordId(), doc: (withoutEmpty(doc) ?? {}) as never })

/** What would stand against sealing a draft now: its own rules, and then its place in the procedure. */
function problemsOfDraft(world: World, rules: KindRules, id: string): Problem[] {
  const doc = getDraft(world.db, id)?.doc ?? {}
  const decided = rules.decide(world, { id, doc, op: 'submit' })
  if (!decided.ok) return [...decided.problems]
  return problemsOfActs(world, { id, kind: rules.kind, doc: decided.value as Loose })
}

export const spotCheckHandlers: HandlersFor<typeof spotCheckContract> = {
  'spotCheck.newSheet': (world, input) => fresh(newSheet(world, input)),
  'spotCheck.checkSheet': (world, { id }) => ok(problemsOfDraft(world, samplingSheetRules, id)),
  'spotCheck.signSheet': (world, input) => signDocument(world, samplingSheetKind, input),
  'spotCheck.lastSheet': (world, by) => ok(lastSheet(world, by) as never),
  'spotCheck.newTask': (world) => fresh(newTask(world)),
  'spotCheck.newSiteReport': (world, input) => fresh(newSiteReport(world, input)),
  'spotCheck.checkSiteReport': (world, { id }) => ok(problemsOfDraft(world, siteReportRules, id)),
  'spotCheck.signSiteReport': (world, input) => signDocument(world, siteReportKind, input),
  'spotCheck.getCheck': (world, { check }) => ok(getCheck(world, check)),
  'spotCheck.newStep': (world, { check, step }) => {
    const known = checkProcedure.steps.map((rule) => rule.step).filter(isCheckStep)
    return isCheckStep(step)
      ? fresh(newStep(world, check, step))
      : refuse(problem('procedure.unknownStep', '/step', { step, known: known.join(', ') }))
  },
  'spotCheck.listChecks': (world, filter) => ok(listChecks(world, filter)),
  'spotCheck.countChecks': (world) => ok(Object.fromEntries(countCourses(world.db, SPOT_CHECK))),
  'spotCheck.taskProgress': (world, { id }) => ok(taskProgress(world, id)),
  'spotCheck.listMine': (world, { limit }) => ok(listMine(world, limit)),
}
