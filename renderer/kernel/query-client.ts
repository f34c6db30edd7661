import { QueryClient } from '@tanstack/react-query'
import { storePort } from './port'

/** Everything is local: never wait for a network, never retry, and ask again only when the store says that something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Autosave changes something several times a second; the screens behind it need not follow each stroke. */
const SETTLE_MS = 120

export function followTheStore(): void {
  let waiting = false
  storePort.onChanged(() => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      void queryClient.invalidateQueries()
    }, SETTLE_MS)
  })
  storePort.onConnected(() => void queryClient.invalidateQueries())
}
