import { canonical } from '#shared/kernel/canonical'
import type { Contract } from '#shared/kernel/contract'
import type { Result } from '#shared/kernel/result'
import { ReferenceTable } from '#shared/reference/reference-item'
import type { ItemOf } from '#shared/reference/reference-tables'
import type { HandlersFor } from '../kernel/router.ts'
import type { CallOptions, World } from '../kernel/world.ts'
import { type Directory, directoryOf, usableItems } from './directory.ts'

/** All usable items of every table, as they were at one moment. */
export type ReferenceSnapshot = { readonly [T in ReferenceTable]: readonly ItemOf[T][] }

/**
 * Is told which tables have other usable items than before, and what they were; what they are now, the functions of
 * reference-data.ts answer. Runs in the transaction that changed them, so that what it logs is logged with the change or not at all;
 * only after a batch from another device it runs in a transaction of its own, right behind the one that took the batch.
 */
export type OnReferenceChange = (world: World, tables: readonly ReferenceTable[], before: ReferenceSnapshot) => void

const snapshotOf = (directory: Directory): ReferenceSnapshot =>
  Object.fromEntries(ReferenceTable.options.map((table) => [table, usableItems(directory, table)])) as unknown as ReferenceSnapshot

/** Remembers what was known, and tells every hook when it is not so any more. A directory never changes, it is made anew. */
function watch(world: World, hooks: readonly OnReferenceChange[]): () => void {
  const known = directoryOf(world)
  return () => {
    if (directoryOf(world) === known) return // nobody touched an item, nobody's role changed
    const [before, after] = [snapshotOf(known), snapshotOf(directoryOf(world))]
    const tables = ReferenceTable.options.filter((table) => canonical(after[table]) !== canonical(before[table]))
    if (tables.length === 0) return
    for (const hook of hooks) hook(world, tables, before)
    world.changed('referenceItem')
  }
}

type AnyHandler = (world: World, input: never, options: CallOptions) => Result<unknown> | Promise<Result<unknown>>

/** A handler that answers at once: it and the hooks in one transaction. */
const watched =
  (handler: AnyHandler, hooks: readonly OnReferenceChange[]): AnyHandler =>
  (world, input, options) =>
    world.db.transaction(() => {
      const tell = watch(world, hooks)
      const answer = handler(world, input, options)
      tell()
      return answer
    })

/** A handler that takes its time, with transactions of its own. */
const watchedBehind =
  (handler: AnyHandler, hooks: readonly OnReferenceChange[]): AnyHandler =>
  async (world, input, options) => {
    const tell = watch(world, hooks)
    const answer = await handler(world, input, options)
    world.db.transaction(tell)
    return answer
  }

interface Watching<C extends Contract> {
  /** Handlers that answer at once. */
  readonly within: readonly (keyof C)[]
  /** Handlers that answer later. */
  readonly behind: readonly (keyof C)[]
}

/** The same handlers, of which those named tell the hooks what they changed of the reference data. */
export function watchReference<C extends Contract>(
  handlers: HandlersFor<C>,
  { within, behind }: Watching<C>,
  hooks: readonly OnReferenceChange[],
): HandlersFor<C> {
  const watching = [
    ...within.map((name) => [name, watched(handlers[name] as AnyHandler, hooks)]),
    ...behind.map((name) => [name, watchedBehind(handlers[name] as AnyHandler, hooks)]),
  ]
  return { ...handlers, ...(Object.fromEntries(watching) as Partial<HandlersFor<C>>) }
}
