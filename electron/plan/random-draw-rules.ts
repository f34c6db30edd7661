import { getRecord } from '#db/kernel/records'
import { getEarlierDraw } from '#db/plan/draw-queries'
import { textAt } from '#shared/kernel/kind'
import { decideRandomDraw } from '#shared/plan/decide-random-draw'
import { sha256Of } from '../kernel/durable-file.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf } from '../kernel/world.ts'
import { asDraw, keptPool } from './kept-pool.ts'

/** A draw is sealed, and corrected, only as long as drawing again gives the same. */
export const randomDrawRules: KindRules = {
  kind: 'randomDraw',
  normalize: (_world, doc) => doc,
  decide: (world, { id, doc, op }) => {
    const [day, title, poolHash] = [textAt(doc, 'drawnOn'), textAt(doc, 'title'), textAt(doc, 'enterprises', 'poolHash')]
    const facts = {
      today: dayOf(world),
      poolFile: (hash: string) => keptPool(world, hash),
      before: op === 'correct' ? asDraw(getRecord(world.db, id)?.doc) : null,
      earlier: getEarlierDraw(world.db, { day, poolHash, title, except: id }),
    }
    return decideRandomDraw(doc, facts, sha256Of)
  },
}
