import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { HeldItem } from '#shared/reference/in-force'
import type { ItemStanding, referenceContract } from '#shared/reference/reference-contract'
import { storageProblems } from '#shared/reference/reference-file'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { decideItem, keyOfItem } from '#shared/reference/reference-tables'
import type { HandlersFor } from '../kernel/router.ts'
import type { World } from '../kernel/world.ts'
import { directoryOf, isLaw } from './directory.ts'
import { importFile } from './import-file.ts'
import { listItems, standingOf } from './list-items.ts'
import { getCalendars, getDeadlineRulesInForce, getDistricts, getLawNumbers, getSamplingRules } from './reference-data.ts'
import { planItems, sealItems, type Wanted } from './save-items.ts'

interface Saved {
  readonly key: string
  readonly recordId: string
  readonly standing: ItemStanding
}

/** One item as this device's own; refused where it would not count, because a supervisor's does. */
function saveOne(world: World, wanted: Wanted, reason: string): Result<Saved> {
  const { table, key } = wanted
  if (reason.trim() === '') return refuse(problem('record.reasonMissing', '/reason'))
  const [planned] = planItems(world, [wanted])
  if (planned === undefined) throw new Error('a plan without its item')
  const { outranking, standing } = planned
  if (outranking !== null) return refuse(problem('reference.supervisorDecides', '', { key, name: outranking.by }))
  const sealed = sealItems(
    world,
    [{ ...planned, standing: standing === 'same' && planned.own === null ? 'changed' : standing }],
    reason.trim(),
  )
  if (!sealed.ok) return refuse(...sealed.problems)
  const recordId = sealed.value[0] ?? ''
  return ok({ key, recordId, standing: standingOf(world, table, recordId) })
}

function withdraw(world: World, { table, key, reason }: { table: ReferenceTable; key: string; reason: string }): Result<Saved> {
  const decisive: readonly HeldItem[] = directoryOf(world)[table].decisive
  const held = decisive.find((each) => each.key === key && !each.void && each.origin !== 'other')
  if (held === undefined) return refuse(problem('reference.noSuchItem', '/key', { key }))
  if (held.withdrawn) return refuse(problem('reference.alreadyWithdrawn', '/key', { key }))
  if (isLaw(table) && held.origin === 'shipped') return refuse(problem('reference.lawStays', '/key', { key }))
  return saveOne(world, { table, key, item: held.item, withdrawn: true }, reason)
}

export const referenceHandlers: HandlersFor<typeof referenceContract> = {
  'reference.listDistricts': () => ok(getDistricts()),
  'reference.listSamplingRules': (world) => ok([...getSamplingRules(world)]),
  'reference.listLaw': (world) => ok([...getLawNumbers(world)]),
  'reference.listDeadlineRules': (world) => ok([...getDeadlineRulesInForce(world)]),
  'reference.listCalendars': (world) => ok([...getCalendars(world)]),
  'reference.listItems': (world, { table }) => {
    const { items, unreadable } = listItems(world, table)
    return ok({ table, items, unreadable: [...unreadable] })
  },
  'reference.importFile': importFile,
  'reference.saveItem': (world, { table, item, reason }) => {
    const decided = decideItem(table, item)
    if (!decided.ok) return decided
    const [first, ...more] = storageProblems(item)
    if (first !== undefined) return refuse(first, ...more)
    return saveOne(world, { table, key: keyOfItem(table, decided.value), item: decided.value }, reason)
  },
  'reference.withdraw': (world, input) => withdraw(world, input),
}
