import type { Watching } from '../kernel/count-bytes.ts'
import type { IntakeMessage } from './intake-task.ts'

/**
 * A process that takes one task, reports, answers and ends. It knows no store and is started either as a child of plain Node (CLI, tests)
 * or by Electron as a utility process, whose port has another shape.
 */
interface UtilityPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: IntakeMessage) => void
}

export interface TaskOptions extends Watching {
  readonly onPart: (part: unknown) => void
}

const { parentPort } = process as unknown as { readonly parentPort?: UtilityPort }

// Electron drops messages that are still under way when a utility process exits, and tells nobody when they have arrived.
const LINGER = 2000

const send = (message: IntakeMessage): void => {
  if (parentPort === undefined) process.send?.(message)
  else parentPort.postMessage(message)
}

const finish = (message: IntakeMessage): void => {
  if (parentPort === undefined) {
    process.send?.(message, () => process.disconnect())
    return
  }
  parentPort.postMessage(message)
  setTimeout(() => process.exit(0), LINGER)
}

const codeOf = (error: unknown): { readonly code?: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}

/** Waits for the task of this process's life and does it. */
export function serveTask(run: (task: unknown, options: TaskOptions) => Promise<unknown>): void {
  const answer = async (message: unknown): Promise<void> => {
    try {
      const reply = await run(message, { onProgress: (progress) => send({ progress }), onPart: (part) => send({ part }) })
      finish({ reply })
    } catch (error) {
      finish({ defect: error instanceof Error ? error.message : String(error), ...codeOf(error) })
    }
  }
  if (parentPort !== undefined) {
    parentPort.on('message', ({ data }) => void answer(data))
    return
  }
  process.once('message', (message) => void answer(message))
  process.once('disconnect', () => process.exit()) // whoever asked has gone, or has been answered
}
