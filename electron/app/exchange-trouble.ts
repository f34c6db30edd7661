import { clearTargetAlarm, putTargetAlarm, type StoredTarget } from '#db/target/targets'
import { problem } from '#shared/kernel/result'
import type { TargetProblem } from '#shared/target/target-contract'
import { timeOf, type World } from '../kernel/world.ts'
import type { Trouble } from '../target/courier-task.ts'

/** What stopped the courier, in the words of a person who knows the target by its name. */
export function troubleProblem(name: string, trouble: Trouble): TargetProblem {
  switch (trouble.kind) {
    case 'unreachable':
      return problem('target.unreachable', '', { name, reason: trouble.reason })
    case 'signIn':
      return problem('target.signInRefused', '', { name })
    case 'full':
      return problem('target.full', '', { name })
    case 'notAStorage':
      return problem('target.notAStorage', '', { name, reason: trouble.reason })
    case 'otherSpace':
      return problem('target.otherSpace', '', { name, space: trouble.space })
    case 'otherSelf':
      return problem('target.otherSelf', '', { name, part: trouble.part })
    case 'differs':
      return problem('target.differs', '', { name, part: trouble.part })
  }
}

/** Troubles that no later exchange mends by itself stay in sight until they are over. */
export function noteTrouble(world: World, { id }: StoredTarget, trouble: Trouble | null): void {
  for (const what of ['otherSelf', 'differs'] as const) {
    if (trouble?.kind === what) putTargetAlarm(world.db, id, { what, facts: { part: trouble.part }, at: timeOf(world) })
    else clearTargetAlarm(world.db, id, what)
  }
}

/** Nothing more can come of this visit. A full storage, and a damaged file on it, can still be read. */
export const endsVisit = (trouble: Trouble): boolean => trouble.kind !== 'full' && trouble.kind !== 'differs'
