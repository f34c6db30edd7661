import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Problem } from '#shared/kernel/result'
import { type DrawForm, orderOfForm, poolsOfForm } from '#shared/plan/draw-form'
import { DrawOrder } from '#shared/plan/draw-order'
import { readyProblems } from '#shared/plan/ready-draw'
import type { Law } from '#shared/reference/reference'
import { useDebounced } from '../kernel/debounced'
import { store } from './store'

export const PARTS = ['title', 'enterprises', 'samplers', 'seed', 'witness', 'host', 'redraw'] as const
export type Part = (typeof PARTS)[number]

const partOf = ({ path }: Problem): Part =>
  PARTS.find((part) => path.startsWith(`/${part}`)) ?? (path === '/planNo' || path === '/remarks' ? 'title' : 'enterprises')

function useLaw(): Law | undefined {
  const { data } = useQuery(store.ask('reference.listLaw', {}))
  return useMemo(() => data && (Object.fromEntries(data.map((number) => [number.key, number])) as unknown as Law), [data])
}

/** How large the pools are and what their hashes are; asked again a moment after they changed. */
function usePools(form: DrawForm) {
  const { source, region, search, size, notSampledSince, list, excluded, samplerList, samplersExcluded } = form
  const typed = useMemo(
    () => poolsOfForm({ source, region, search, size, notSampledSince, list, excluded, samplerList, samplersExcluded }),
    [source, region, search, size, notSampledSince, list, excluded, samplerList, samplersExcluded],
  )
  const asked = useDebounced(typed, 300)
  const { data } = useQuery({ ...store.ask('plan.preparePools', asked), placeholderData: keepPreviousData, gcTime: 60_000 })
  return { pools: data, settled: asked === typed }
}

/** Everything that still stands against the draw, by part of the form; null while it is not known. */
export function useReadiness(form: DrawForm, id: string) {
  const law = useLaw()
  const { pools, settled } = usePools(form)
  const title = useDebounced(form.title.trim(), 300)
  const { data: earlier = null } = useQuery({
    ...store.ask('plan.getEarlierDraw', { poolHash: pools?.enterprises.poolHash ?? '', title }),
    enabled: pools !== undefined,
  })
  if (law === undefined || pools === undefined) return { pools: null, earlier: null, problems: null }
  const order = DrawOrder.parse(orderOfForm(form, id))
  const sizes = { enterprises: pools.enterprises.size, samplers: pools.samplers.size }
  const again = earlier !== null && form.redrawReason.trim().length < 2
  const problems: readonly Problem[] = [
    ...readyProblems(order, law, sizes),
    ...pools.problems,
    ...(again ? [{ code: 'draw.redrawWithoutReason', path: '/redrawReason', facts: earlier }] : []),
  ]
  return { pools, earlier, problems: settled ? problems.map((found) => ({ ...found, part: partOf(found) })) : null }
}

export type Readiness = ReturnType<typeof useReadiness>
