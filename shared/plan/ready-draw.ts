import type { Problem } from '../kernel/result.ts'
import type { Law } from '../reference/reference.ts'
import { orderProblems, under } from './decide-draw.ts'
import { askProblems } from './draw.ts'
import type { DrawOrder } from './draw-order.ts'

interface Sizes {
  readonly enterprises: number
  readonly samplers: number
}

/** What still stands against a draw whose pools have these sizes, as far as it can be told without their hashes. */
export function readyProblems(order: DrawOrder, law: Law, sizes: Sizes): readonly Problem[] {
  const { enterprises, samplers, seed } = order
  const asked = [
    ...under('enterprises', askProblems({ have: sizes.enterprises, take: enterprises.take, seed })),
    ...under('samplers', askProblems({ have: sizes.samplers, take: samplers.take, seed })).filter(({ path }) => path !== '/seed'),
  ]
  return [...orderProblems(order, law), ...asked]
}
