import { listActs } from '#db/kernel/courses'
import { getRecord } from '#db/kernel/records'
import { type Act, type Course, decideAct, decideWithdrawal, type OutOfPlace, runProcedure } from '#shared/kernel/procedure'
import { type Problem, problem } from '#shared/kernel/result'
import { dayOf, kindOf, timeOf, type World } from './world.ts'

/** Where a procedure stands about one subject, with what is out of place. */
export function courseOf(world: World, procedure: string, subject: string): Course & { readonly outOfPlace: readonly OutOfPlace[] } {
  const table = world.projections.procedures.get(procedure)
  if (table === undefined) throw new Error(`no such procedure: ${procedure}`)
  return runProcedure(table, listActs(world.db, subject), world.articleOf)
}

interface Sealed {
  readonly id: string
  readonly kind: string
  readonly doc: { readonly [key: string]: unknown }
}

/** A correction may drop a subject that the record was about (a target of a task): nothing that counts may rest on that step. */
function problemsOfLeaving(world: World, { id, kind, doc }: Sealed): Problem[] {
  const acts = kindOf(world, kind)?.acts
  const before = getRecord(world.db, id)
  if (acts === undefined || before === null || before.state === 'void') return []
  const now = new Set(acts(doc, id).map(({ subject }) => subject))
  const gone = acts(before.doc, id).filter(({ subject }) => !now.has(subject))
  return gone.flatMap(({ procedure, subject }) => {
    const table = world.projections.procedures.get(procedure)
    return table === undefined ? [] : decideWithdrawal(table, listActs(world.db, subject), id)
  })
}

/** Everything that procedures have against sealing a document: the steps it takes must count, and those taken must still count. */
export function problemsOfActs(world: World, sealed: Sealed): Problem[] {
  const { id, kind, doc } = sealed
  const leaving = problemsOfLeaving(world, sealed)
  if (leaving.length > 0) return leaving
  return (kindOf(world, kind)?.acts?.(doc, id) ?? []).flatMap(({ procedure, subject, step, on }) => {
    const table = world.projections.procedures.get(procedure)
    if (table === undefined) throw new Error(`no such procedure: ${procedure}`)
    if (on.slice(0, 10) > dayOf(world)) return [problem('procedure.inFuture', '/on', { on, today: dayOf(world) })]
    const acts = listActs(world.db, subject)
    const at = acts.find((act) => act.id === id)?.at ?? timeOf(world)
    const act: Act = { id, step, on, at, doc }
    const decided = decideAct(table, acts, act, world.articleOf)
    return decided.ok ? [] : [...decided.problems]
  })
}

/** Everything that procedures have against voiding a record: steps that were taken upon it. */
export function problemsOfVoiding(world: World, { id, kind, doc }: Sealed): Problem[] {
  return (kindOf(world, kind)?.acts?.(doc, id) ?? []).flatMap(({ procedure, subject }) => {
    const table = world.projections.procedures.get(procedure)
    return table === undefined ? [] : decideWithdrawal(table, listActs(world.db, subject), id)
  })
}
