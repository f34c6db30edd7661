import { ok, okUnless, type Problem, type Result } from '#shared/kernel/result'
import type { referenceContract } from '#shared/reference/reference-contract'
import { importReason } from '#shared/reference/reference-words'
import type { Handler } from '../kernel/router.ts'
import type { World } from '../kernel/world.ts'
import { located } from './located.ts'
import { type ReferenceFile, readReferenceFile } from './read-reference-file.ts'
import { planItems, sealItems, toldOf } from './save-items.ts'

/** The paths of a record's problems, as paths of the item in it. */
const ofItem = (problems: readonly Problem[]): Problem[] => problems.map((each) => ({ ...each, path: each.path.replace(/^\/item/, '') }))

/** What sealing would refuse, found before anything is planned: the features that use a table may ask more than its shape. */
function sealable(world: World, file: ReferenceFile): Result<ReferenceFile> {
  const rules = world.rules.get('referenceItem')
  const problems = file.items.flatMap(({ key, item, source }) => {
    const decided = rules?.decide(world, { id: '', doc: { table: file.table, key, item }, op: 'submit' })
    return decided === undefined || decided.ok ? [] : located(source, ofItem(decided.problems))
  })
  return okUnless(problems, file)
}

/** All items of a file, or none. */
export const importFile: Handler<(typeof referenceContract)['reference.importFile']> = (world, { name, text, table: named, dryRun }) => {
  const read = readReferenceFile(text, named)
  const file = read.ok ? sealable(world, read.value) : read
  if (!file.ok) return file
  const { table, items } = file.value
  const planned = planItems(
    world,
    items.map(({ key, item }) => ({ table, key, item })),
  )
  const answer = { table, items: planned.map(toldOf), applied: !dryRun }
  if (dryRun) return ok(answer)
  const sealed = sealItems(world, planned, importReason(name))
  if (sealed.ok) return ok(answer)
  const source = items[sealed.index]?.source
  if (source === undefined) throw new Error('an item of no file was refused')
  return okUnless(located(source, ofItem(sealed.problems)), answer)
}
