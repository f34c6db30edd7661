import { createContext, useContext } from 'react'
import type { Result } from '#shared/kernel/result'

/** A sealed draw, and one of the enterprises it drew. */
export interface DrawLine {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly taken: number
}
export interface DrawnEnterprise {
  readonly enterpriseId?: string
  readonly name: string
  readonly uscc?: string
}
export interface DrawnUnits {
  readonly picks: readonly number[]
  readonly algorithm: string
  readonly seed: string
}

/** What a spot check needs of the draws; they are another feature, so `app/` brings the two together. */
export interface DrawTools {
  readonly useDraws: () => readonly DrawLine[]
  readonly enterprisesOf: (draw: string) => Promise<Result<readonly DrawnEnterprise[]>>
  readonly drawUnits: (order: { readonly frame: number; readonly take: number; readonly seed: string }) => Promise<Result<DrawnUnits>>
}

export const DrawToolsContext = createContext<DrawTools | null>(null)

export function useDrawTools(): DrawTools {
  const tools = useContext(DrawToolsContext)
  if (tools === null) throw new Error('nobody brought the draws')
  return tools
}
