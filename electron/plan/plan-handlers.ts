import { putSetting } from '#db/kernel/settings'
import { getEarlierDraw, listDraws } from '#db/plan/draw-queries'
import { listPool } from '#db/plan/pool-queries'
import { ok, problem } from '#shared/kernel/result'
import { poolsOf } from '#shared/plan/decide-draw'
import { canonicalPool } from '#shared/plan/draw'
import type { planContract } from '#shared/plan/plan-contract'
import { enterpriseLine } from '#shared/plan/pool-line'
import { redraw } from '#shared/plan/redraw'
import { drawUnits } from '#shared/plan/unit-draw'
import { sha256Of } from '../kernel/durable-file.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { dayOf } from '../kernel/world.ts'
import { candidatesOf } from './candidates.ts'
import { drawById, exportDraw, exportPool } from './export-draw.ts'
import { FORM_KEY, getForm } from './form-of-draw.ts'
import { poolOfDraw } from './kept-pool.ts'
import { makeDraw } from './make-draw.ts'

const prepared = (candidates: number, ids: readonly string[]) => ({ candidates, size: ids.length, poolHash: sha256Of(canonicalPool(ids)) })

export const planHandlers: HandlersFor<typeof planContract> = {
  'plan.listPool': (world, { after, limit, ...filter }) => {
    const { total, rows, next } = listPool(world.db, filter, { after, limit })
    const items = rows.map(({ rid, last_sheet, sort_at: _at, ...row }) => ({
      ...row,
      id: rid,
      line: enterpriseLine({ name: row.name, uscc: row.uscc, enterpriseId: rid }),
      lastSheet: last_sheet,
    }))
    return ok({ total, items, next })
  },
  'plan.preparePools': (world, order) => {
    const { problems: unread, ...candidates } = candidatesOf(world, order)
    const { enterprises, samplers } = poolsOf(order, candidates)
    return ok({
      enterprises: prepared(candidates.enterprises.length, enterprises.pool.ids),
      samplers: prepared(candidates.samplers.length, samplers.pool.ids),
      problems: [...unread, ...enterprises.problems, ...samplers.problems],
    })
  },
  'plan.getEarlierDraw': (world, { poolHash, title }) => ok(getEarlierDraw(world.db, { day: dayOf(world), poolHash, title, except: '' })),
  'plan.draw': (world, order) => makeDraw(world, order),
  'plan.verifyDraw': (world, { id }) => {
    const draw = drawById(world, id)
    if (!draw.ok) return draw
    const pool = poolOfDraw(world, draw.value)
    const { poolHash } = draw.value.enterprises
    if (pool === null) return ok({ reproduced: false, differences: [], problems: [problem('draw.poolMissing', '', { poolHash })] })
    const differences = redraw(draw.value, pool, sha256Of)
    return ok({ reproduced: differences.length === 0, differences: [...differences], problems: [] })
  },
  'plan.listDraws': (world, asked) => ok(listDraws(world.db, asked)),
  'plan.exportDraw': (world, { id, file, language }) => exportDraw(world, id, file, language),
  'plan.exportPool': (world, { id, file }) => exportPool(world, id, file),
  'plan.keepForm': (world, { form }) => {
    putSetting(world.db, FORM_KEY, JSON.stringify(form))
    return ok(null)
  },
  'plan.getForm': (world) => ok(getForm(world)),
  'plan.drawUnits': (_world, order) => {
    const drawn = drawUnits(order, sha256Of)
    return drawn.ok ? ok({ ...drawn.value, picks: [...drawn.value.picks] }) : drawn
  },
}
