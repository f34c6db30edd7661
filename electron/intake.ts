import type { IntakeMessage } from './intake/intake-task.ts'
import { IntakeTask } from './intake/intake-task.ts'
import { runTask } from './intake/run-task.ts'

/**
 * The process that reads bundles from foreign hands: it takes one task, reports, answers and ends. It knows no store and is started
 * either as a child of plain Node (CLI, tests) or by Electron as a utility process, whose port has another shape.
 */
interface UtilityPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: IntakeMessage) => void
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

async function answer(message: unknown): Promise<void> {
  try {
    const reply = await runTask(IntakeTask.parse(message), { onProgress: (progress) => send({ progress }) })
    finish({ reply })
  } catch (error) {
    finish({ defect: error instanceof Error ? error.message : String(error), ...codeOf(error) })
  }
}

if (parentPort === undefined) {
  process.once('message', (message) => void answer(message))
  process.once('disconnect', () => process.exit()) // whoever asked has gone, or has been answered
} else parentPort.on('message', ({ data }) => void answer(data))
