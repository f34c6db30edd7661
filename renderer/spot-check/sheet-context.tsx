import { createContext, useContext } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { SamplingRule } from '#shared/reference/reference'

/** What the parts of the form share besides the values themselves. */
export interface SheetWork {
  readonly problems: readonly Problem[]
  /** After a refused sealing every empty field that is asked for is marked; before, only what is wrong. */
  readonly strict: boolean
  readonly rules: readonly SamplingRule[]
  /** A sealed sheet is being corrected: its photos and signatures stay as they are. */
  readonly correcting: boolean
}

export const SheetContext = createContext<SheetWork | null>(null)

export function useSheet(): SheetWork {
  const work = useContext(SheetContext)
  if (work === null) throw new Error('outside of a sheet')
  return work
}
