import { useRef, useState } from 'react'
import type { Progress } from '#shared/kernel/contract'
import type { AskOptions } from '../kernel/port'

interface Running {
  readonly progress: Progress | null
}

/** Long work with progress and a way to stop it; only one at a time. */
export function useLongWork() {
  const [running, setRunning] = useState<Running | null>(null)
  const stop = useRef<AbortController | null>(null)
  const run = async <T>(work: (options: AskOptions) => Promise<T>): Promise<T> => {
    const controller = new AbortController()
    stop.current = controller
    setRunning({ progress: null })
    try {
      return await work({ signal: controller.signal, onProgress: (progress) => setRunning({ progress }) })
    } finally {
      setRunning(null)
    }
  }
  return { running, run, cancel: () => stop.current?.abort() }
}
