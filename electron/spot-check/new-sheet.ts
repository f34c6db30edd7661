import { getTaskOfCheck } from '#db/spot-check/check-queries'
import type { SamplingRule } from '#shared/reference/reference'
import { dayOf, type World } from '../kernel/world.ts'
import { getSamplingRule } from '../reference/reference-data.ts'
import { type KnownTask, lastSheet, partyOf, samplersFor, targetOf, taskOf } from './known.ts'
import { nextSheetNumber } from './running-number.ts'

type Doc = { readonly [key: string]: unknown }

export interface NewSheet {
  readonly enterpriseId?: string | undefined
  readonly check?: string | undefined
  readonly variant?: 'industrial' | 'food' | undefined
}

interface Basis {
  readonly task: KnownTask | null
  readonly rule: SamplingRule | null
  readonly variant: NewSheet['variant']
}

function headOf(world: World, task: KnownTask | null, check: string | undefined): Doc {
  const head = { no: nextSheetNumber(world), region: world.self.region }
  if (task === null) {
    const taskAuthority = lastSheet(world)?.head?.taskAuthority ?? world.self.org
    return { ...head, taskLevel: 'district', taskKind: 'spotCheck', taskAuthority }
  }
  const { no, year, level, authority, kind } = task.doc
  return { ...head, taskId: task.id, check, taskNo: no, taskYear: year, taskLevel: level, taskKind: kind, taskAuthority: authority }
}

function samplingOf(world: World, { task, rule, variant }: Basis): Doc {
  const quantities = rule === null ? {} : { unit: rule.unit, testQuantity: rule.testQuantity, backupQuantity: rule.backupQuantity }
  const bought = variant === 'food' ? { purchase: 'bought' } : {}
  return { date: dayOf(world), stage: 'production', channel: 'onSite', ...quantities, ...bought, sendTo: task?.doc.lab }
}

/** The rule of a task, in the edition it names; else the one in force today. */
const ruleOfTask = (world: World, { doc: { productKind, ruleEdition } }: KnownTask): SamplingRule | null =>
  getSamplingRule(world, productKind, { edition: ruleEdition })

function productOf(task: KnownTask, rule: SamplingRule | null): Doc {
  return { kind: task.doc.productKind, ruleEdition: task.doc.ruleEdition ?? rule?.edition }
}

/** The document a new sheet starts from; of a task's check also what the task and its rule say. */
export function newSheet(world: World, { enterpriseId, check, variant: asked }: NewSheet): Doc {
  const before = lastSheet(world)
  const task = taskOf(world, check === undefined ? '' : (getTaskOfCheck(world.db, check) ?? ''))
  const rule = task === null ? null : ruleOfTask(world, task)
  const variant = asked ?? task?.doc.variant
  return {
    variant,
    head: headOf(world, task, check),
    inspectedParty: partyOf(world, enterpriseId, targetOf(task, check)),
    product: task === null ? undefined : productOf(task, rule),
    sampling: samplingOf(world, { task, rule, variant }),
    samplingBody: before?.samplingBody ?? { name: world.self.org },
    samplers: samplersFor(world, task, check),
    ...(rule === null ? {} : { items: rule.items }),
  }
}
