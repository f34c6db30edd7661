import { listDecisions, listRecordsOf } from '#db/kernel/decisions'
import { getBatchDevice } from '#db/sync/batches'
import { linesOfBatch, type Standing, standingAround } from '#db/sync/standing'
import { type Decision, openDecisions, standingDecision } from '#shared/kernel/decisions'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { UndoProblem, UndoReport } from '#shared/sync/centre-contract'
import { appendLine } from '../kernel/log.ts'
import { stamp, type World } from '../kernel/world.ts'

type Act = Decision['act']

/** Why this device cannot take that decision about a batch; null when it can. */
function whyNot(world: World, head: string, act: Act): UndoProblem | null {
  if (world.self.role !== 'supervisor') return problem('sync.notSupervisor', '', {})
  const device = getBatchDevice(world.db, head)
  if (device === null) return problem('sync.noSuchBatch', '', { head })
  if (device === world.self.device) return problem('sync.ownBatch', '', { head })
  const excluded = standingDecision(listDecisions(world.db, world.projections, head)) === 'exclude'
  if (act === 'exclude') return excluded ? problem('sync.alreadyUndone', '', { head }) : null
  return excluded ? null : problem('sync.notUndone', '', { head })
}

/** Leaves a batch out, or takes it in again: one signed line, upon every decision about it that stands. Nothing is deleted. */
function decide(world: World, head: string, { act, why }: { readonly act: Act; readonly why: string }): void {
  const par = openDecisions(listDecisions(world.db, world.projections, head))
  appendLine(world, { t: 'decision', ...stamp(world), target: head, act, par, why })
}

/** What counts with the batch and not without it. */
function difference(own: ReadonlySet<string>, counted: Standing, left: Standing): Pick<UndoReport, 'lines' | 'vanish' | 'dependents'> {
  const moved = [...counted.lines].filter(([line, status]) => status === 'effective' && left.lines.get(line) !== 'effective')
  const lines = moved.filter(([line]) => own.has(line)).length
  const vanish = [...counted.shown].filter((rid) => !left.shown.has(rid)).length
  return { lines, vanish, dependents: moved.length - lines }
}

/** Takes the decision and tells what it did, by looking before and after. */
function carryOut(world: World, head: string, decision: { readonly act: Act; readonly why: string }): Omit<UndoReport, 'applied'> {
  const before = standingAround(world.db, head)
  decide(world, head, decision)
  const after = standingAround(world.db, head)
  const [counted, left] = decision.act === 'exclude' ? [before, after] : [after, before]
  const records = listRecordsOf(world.db, head).length
  return { head, records, ...difference(linesOfBatch(world.db, head), counted, left) }
}

/** The same decision for real, and taken back: nothing of it is kept. */
export function rehearseUndo(world: World, head: string): Result<UndoReport, UndoProblem> {
  const reason = whyNot(world, head, 'exclude')
  if (reason !== null) return refuse(reason)
  return ok({ ...world.db.rehearse(() => carryOut(world, head, { act: 'exclude', why: '' })), applied: false })
}

/** One decision of this supervisor about a batch of somebody else; the same numbers as the rehearsal. */
export function decideBatch(
  world: World,
  head: string,
  decision: { readonly act: Act; readonly why: string },
): Result<UndoReport, UndoProblem> {
  const reason = decision.why === '' ? problem('sync.whyMissing', '/why', {}) : whyNot(world, head, decision.act)
  if (reason !== null) return refuse(reason)
  const report = world.db.transaction(() => carryOut(world, head, decision))
  world.changed('sync', ...world.projections.kinds.keys())
  return ok({ ...report, applied: true })
}
