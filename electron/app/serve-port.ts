import { type AppContract, contract, type MethodName } from '#shared/app/contract'
import type { FromStore, ToStore } from '#shared/kernel/contract'
import type { CallOf } from '../kernel/router.ts'

/** One end of a message channel to a window. */
export interface ServedPort {
  readonly on: ((event: 'message', listener: (event: { readonly data: unknown }) => void) => void) &
    ((event: 'close', listener: () => void) => void)
  readonly postMessage: (message: FromStore) => void
  readonly start: () => void
}

const isToStore = (data: unknown): data is ToStore =>
  typeof data === 'object' && data !== null && ('cancel' in data || ('id' in data && 'name' in data))

/** A defect is ours, not the person's: told by its message, so that the window can show it and go on. */
const defect = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Answers the calls of one window; unknown methods and malformed messages are defects of the caller. */
export function servePort(port: ServedPort, call: CallOf<AppContract>): void {
  const running = new Map<number, AbortController>()
  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    const abort = new AbortController()
    running.set(id, abort)
    try {
      if (!Object.hasOwn(contract, name)) throw new Error(`no method ${name}`)
      const onProgress = (progress: { readonly stage: string; readonly done: number; readonly total: number }): void => {
        port.postMessage({ id, progress })
      }
      const result = await call(name as MethodName, input as never, { onProgress, signal: abort.signal })
      port.postMessage({ id, answer: result })
    } catch (error) {
      port.postMessage({ id, defect: defect(error) })
    } finally {
      running.delete(id)
    }
  }
  port.on('message', ({ data }) => {
    if (!isToStore(data)) return
    if ('cancel' in data) running.get(data.cancel)?.abort()
    else void answer(data.id, data.name, data.input)
  })
}
