import { getPool, getPoolEntryByUscc } from '#db/plan/pool-queries'
import type { Candidates } from '#shared/plan/decide-draw'
import type { DrawOrder } from '#shared/plan/draw-order'
import type { PoolEnterprise } from '#shared/plan/pool-line'
import { type ReadPoolProblem, readEnterprises, readSamplers } from '#shared/plan/read-pool'
import type { World } from '../kernel/world.ts'

interface Pools {
  readonly enterprises: Pick<DrawOrder['enterprises'], 'frame' | 'list'>
  readonly samplers: Pick<DrawOrder['samplers'], 'list'>
}

/** A pasted enterprise with what the directory knows of its code; its name stays as it was brought. */
function known(world: World, entry: PoolEnterprise): PoolEnterprise {
  const found = entry.uscc === undefined ? null : getPoolEntryByUscc(world.db, entry.uscc)
  return found === null ? entry : { ...found, ...entry }
}

/** Who may be drawn: a filter is resolved here, so that 100,000 enterprises need not travel through the window. */
export function candidatesOf(
  world: World,
  { enterprises, samplers }: Pools,
): Candidates & { readonly problems: readonly ReadPoolProblem[] } {
  const { frame, list } = enterprises
  const people = readSamplers(samplers.list)
  if (frame.source === 'directory') return { enterprises: getPool(world.db, frame), samplers: people, problems: [] }
  const { entries, problems } = readEnterprises(list)
  return { enterprises: entries.map((entry) => known(world, entry)), samplers: people, problems }
}
