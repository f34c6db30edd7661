import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Store } from '#db/kernel/database'
import { openStore } from '#db/kernel/open-store'
import { ensureProjections } from '#db/kernel/project'
import type { ProjectionContext } from '#db/kernel/projection'
import { paperPrintProjection } from '#db/paper/print-projection'
import { defineKind, textAt } from '#shared/kernel/kind'
import { aFolder } from '../app/a-world.ts'
import { AUTHOR, isSupervisor } from '../kernel/a-history.ts'
import { SHAPE } from '../kernel/a-shape.ts'

/** A kind of record that takes any document: the store knows nothing of the trade. */
const note = defineKind({
  name: 'note',
  version: 1,
  schema: z.looseObject({}),
  merge: SHAPE,
  summarise: (doc) => ({ no: textAt(doc, 'a'), title: textAt(doc, 'b'), region: '', words: [textAt(doc, 'c', 'd')] }),
})

export const context: ProjectionContext = {
  kinds: new Map([['note', note]]),
  projections: [],
  audits: [paperPrintProjection],
  procedures: new Map(),
  self: AUTHOR,
  isSupervisor,
  isRevoked: () => false,
}

export const aStoreFile = (): string => join(aFolder(), 'store.db')

/** A store of its own, closed when the test ends. */
export function aStore(file = aStoreFile()): Store {
  const store = openStore(file)
  onTestFinished(() => store.close())
  ensureProjections(store, context)
  return store
}
