import { useQuery } from '@tanstack/react-query'
import { recordContract } from '#shared/kernel/record-contract'
import { ok } from '#shared/kernel/result'
import { planContract } from '#shared/plan/plan-contract'
import { RandomDraw } from '#shared/plan/random-draw'
import { storeOf } from '../kernel/store'
import type { DrawTools } from '../spot-check/draw-tools'

const store = storeOf({ ...recordContract, ...planContract })

/** The draws, for tasks that take their targets from one and for units drawn on site. */
export const drawTools: DrawTools = {
  useDraws: () => useQuery(store.ask('plan.listDraws', { limit: 20 })).data?.items ?? [],
  enterprisesOf: async (id) => {
    const answer = await store.call('record.get', { id, history: false })
    if (!answer.ok) return answer
    const draw = RandomDraw.safeParse(answer.value?.doc)
    return ok(
      (draw.data?.enterprises.picks ?? []).map(({ enterpriseId, name, uscc }) => ({
        name,
        ...(enterpriseId === undefined ? {} : { enterpriseId }),
        ...(uscc === undefined ? {} : { uscc }),
      })),
    )
  },
  drawUnits: (order) => store.call('plan.drawUnits', order),
}
