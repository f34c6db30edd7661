import { useSyncExternalStore } from 'react'

/** What the status bar says of the work at hand. */
export type WorkState =
  | { readonly is: 'idle' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  | { readonly is: 'refused'; readonly reason: string }

let now: WorkState = { is: 'idle' }
const listeners = new Set<() => void>()

export function tellWorkState(state: WorkState): void {
  now = state
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useWorkState = (): WorkState => useSyncExternalStore(subscribe, () => now)
