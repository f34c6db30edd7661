import { setTimeout as pause } from 'node:timers/promises'
import { indexNext } from '#db/kernel/search-index'
import type { World } from '../kernel/world.ts'

/** About 20 ms of work, so that nobody waits for it. */
const SLICE = 250

const running = new WeakSet<World['db']>()

const slice = ({ db }: Pick<World, 'db'>): boolean => db.isOpen && db.transaction(() => indexNext(db, SLICE))

function firstSlice(world: Pick<World, 'db'>): boolean {
  try {
    return slice(world)
  } catch {
    return false
  }
}

async function run(world: Pick<World, 'db'>): Promise<void> {
  do await pause(1)
  while (slice(world))
}

/**
 * Enters into the search index what an import left for later: a little at once, much in slices between other work; after a crash the
 * next start goes on where it ended. A disk that is full ends it until then: search looks at the texts themselves meanwhile.
 */
export function indexInIdleTime(world: Pick<World, 'db'>): void {
  if (running.has(world.db) || !firstSlice(world)) return
  running.add(world.db)
  run(world)
    .catch(() => undefined)
    .finally(() => running.delete(world.db))
}
