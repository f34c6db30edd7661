import { decideTask, normalizeTask, type TaskDraft } from '#shared/spot-check/decide-task'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { getSamplingRule } from '../reference/reference-data.ts'
import { nextTaskNumber } from './running-number.ts'

export const spotCheckTaskRules: KindRules = {
  kind: 'spotCheckTask',
  normalize: (_world, doc) => normalizeTask(doc, newRecordId),
  decide: (world, { doc }) => {
    const task = doc as TaskDraft
    const rule = getSamplingRule(world, task.productKind ?? '', { day: task.issuedOn, edition: task.ruleEdition })
    return decideTask(task, { ruleKnown: rule !== null })
  },
}

/** The document a new task starts from. */
export function newTask(world: World): { readonly [key: string]: unknown } {
  const today = dayOf(world)
  return {
    no: nextTaskNumber(world),
    region: world.self.region,
    year: Number(today.slice(0, 4)),
    level: 'district',
    authority: world.self.org,
    kind: 'spotCheck',
    trigger: 'plan',
    variant: 'industrial',
    issuedOn: today,
    samplers: [],
    targets: [],
  }
}
