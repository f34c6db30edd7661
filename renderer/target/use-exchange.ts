import { useRef, useState } from 'react'
import type { Progress } from '#shared/kernel/contract'
import type { Problem } from '#shared/kernel/result'
import type { ExchangeReport, TargetRow } from '#shared/target/target-contract'
import { store } from './store'

interface Running {
  readonly name: string
  readonly progress: Progress | null
}

/** What came of the exchange with one storage place. */
export type Exchanged =
  | { readonly target: TargetRow; readonly report: ExchangeReport }
  | { readonly target: TargetRow; readonly problems: readonly Problem[] }

/** An exchange with one storage place or with all of them, one after the other; it goes on when the screen is left. */
export function useExchange() {
  const [running, setRunning] = useState<Running | null>(null)
  const [exchanged, setExchanged] = useState<readonly Exchanged[]>([])
  const stop = useRef<AbortController | null>(null)
  const one = async (target: TargetRow, massChange: boolean, signal: AbortSignal): Promise<Exchanged> => {
    const { name } = target.settings
    setRunning({ name, progress: null })
    const onProgress = (progress: Progress): void => setRunning({ name, progress })
    const answer = await store.call('target.exchange', { id: target.id, massChange }, { signal, onProgress })
    return answer.ok ? { target, report: answer.value } : { target, problems: answer.problems }
  }
  /** `massChange`: a person has said yes to what changes very much. */
  const exchange = async (targets: readonly TargetRow[], massChange = false): Promise<void> => {
    const controller = new AbortController()
    stop.current = controller
    const done: Exchanged[] = []
    setExchanged(done)
    try {
      for (const target of targets) {
        if (controller.signal.aborted) break
        done.push(await one(target, massChange, controller.signal))
      }
    } finally {
      setRunning(null)
      setExchanged(done)
    }
  }
  return { running, exchange, exchanged, cancel: () => stop.current?.abort() }
}

export type Exchange = ReturnType<typeof useExchange>
