import { getDraft } from '#db/kernel/drafts'
import type { Loose } from '#shared/kernel/kind'
import { ok, type Problem } from '#shared/kernel/result'
import type { visitContract } from '#shared/visit/visit-contract'
import { problemsOfActs } from '../kernel/course.ts'
import type { HandlersFor } from '../kernel/router.ts'
import type { World } from '../kernel/world.ts'
import { newStep } from './new-step.ts'
import { newVisit } from './new-visit.ts'
import { getProblem, listProblems } from './problems.ts'
import { visitRules } from './visit-rules.ts'
import { listVisits } from './visits.ts'

/** What would stand against sealing a draft now: its own rules, and then the procedures of its problems. */
function problemsOfDraft(world: World, id: string): Problem[] {
  const doc = getDraft(world.db, id)?.doc ?? {}
  const decided = visitRules.decide(world, { id, doc, op: 'submit' })
  if (!decided.ok) return [...decided.problems]
  return problemsOfActs(world, { id, kind: 'visit', doc: decided.value as Loose })
}

export const visitHandlers: HandlersFor<typeof visitContract> = {
  'visit.new': (world, asked) => ok(newVisit(world, asked)),
  'visit.check': (world, { id }) => ok(problemsOfDraft(world, id)),
  'visit.list': (world, filter) => ok(listVisits(world, filter)),
  'visit.listProblems': (world, filter) => ok(listProblems(world, filter)),
  'visit.getProblem': (world, { id }) => ok(getProblem(world, id)),
  'visit.newStep': (world, { problem, step }) => newStep(world, problem, step) as never,
}
