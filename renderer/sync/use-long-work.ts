import { useEffect, useRef, useState } from 'react'
import type { Progress } from '#shared/kernel/contract'
import type { AskOptions } from '../kernel/port'

interface Running {
  readonly progress: Progress | null
}

/**
 * Long work with progress and a way to stop it; one at a time. Who goes to another screen meanwhile leaves it running: a
 * batch is written or imported whole or not at all. `idle` work, which changes nothing, stops with its screen.
 */
export function useLongWork() {
  const [running, setRunning] = useState<Running | null>(null)
  const stop = useRef<AbortController | null>(null)
  const idle = useRef(false)
  useEffect(
    () => () => {
      if (idle.current) stop.current?.abort()
    },
    [],
  )
  const run = async <T>(work: (options: AskOptions) => Promise<T>, isIdle = false): Promise<T> => {
    const controller = new AbortController()
    stop.current = controller
    idle.current = isIdle
    setRunning({ progress: null })
    try {
      return await work({ signal: controller.signal, onProgress: (progress) => setRunning({ progress }) })
    } finally {
      setRunning(null)
    }
  }
  return { running, run, cancel: () => stop.current?.abort() }
}
