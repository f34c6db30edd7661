import { expect, test } from 'vitest'
import { hex } from '#db/kernel/lines'
import { appendLine } from '#electron/kernel/log'
import { stamp } from '#electron/kernel/world'
import { aSheet, packed, stateIn } from './a-parcel.ts'
import { aPair } from './acquainted.ts'

test('a line that was left out before it arrived does not count when it comes, and its neighbour does', async () => {
  const { inspector, supervisor } = await aPair()
  const [left, kept] = [await aSheet(inspector, 1), await aSheet(inspector, 2)]
  const file = await packed(inspector)
  const row = inspector.world.db.get<{ line: Buffer }>('SELECT line FROM revisions WHERE rid = ?', left)
  const { world } = supervisor
  const target = hex(row?.line ?? Buffer.alloc(32))
  world.db.transaction(() => appendLine(world, { t: 'decision', ...stamp(world), target, act: 'exclude', par: [], why: '重复' }))
  await supervisor.done('sync.import', { file })
  expect([await stateIn(supervisor, left), await stateIn(supervisor, kept)]).toEqual(['none', 'received'])
})
