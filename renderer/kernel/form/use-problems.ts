import { type QueryFunction, useQuery } from '@tanstack/react-query'
import type { Problem } from '#shared/kernel/result'
import type { Draft } from './use-draft'
import type { Correction, Seal } from './use-seal'

/** Asks the store what stands between the draft and its sealing. */
export type Check = () => {
  readonly queryKey: readonly unknown[]
  readonly queryFn: QueryFunction<readonly Problem[], readonly unknown[]>
}

interface ProblemsOptions {
  readonly check: Check
  readonly draft: Draft
  readonly seal: Seal
  readonly correction: Correction | null
}

/** Everything between the draft and its sealing, asked again after every save; null while there is no draft to ask about. */
export function useProblems({ check, draft, seal, correction }: ProblemsOptions): readonly Problem[] | null {
  const asked = draft.exists && correction === null
  const checked = useQuery<readonly Problem[], Error, readonly Problem[], readonly unknown[]>({ ...check(), enabled: asked })
  if (!asked) return seal.refused
  return checked.data ?? null
}
