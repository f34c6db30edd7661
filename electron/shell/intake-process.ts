import { join } from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import { IntakeMessage } from '../intake/intake-task.ts'
import type { RunIntake } from '../kernel/intake-port.ts'
import type { Script, ToStoreProcess } from '../kernel/store-messages.ts'

const running = new Map<number, UtilityProcess>()

interface Order {
  readonly id: number
  readonly script: Script
  readonly task: object
}

/** Runs one task of the intake or the courier in a process of its own and tells the store process what it says. */
export function runIntake(outFolder: string, { id, script, task }: Order, tell: (message: ToStoreProcess) => void): void {
  const child = utilityProcess.fork(join(outFolder, `${script}.js`), [], {
    serviceName: `xunzhi-${script}`,
    execArgv: ['--max-old-space-size=512'],
    stdio: 'inherit',
  })
  running.set(id, child)
  let answered = false
  const answer = (message: ToStoreProcess): void => {
    if (answered) return
    answered = true
    running.delete(id)
    tell(message)
    child.kill()
  }
  child.on('message', (raw: unknown) => {
    const message = IntakeMessage.parse(raw)
    if ('progress' in message) tell({ do: 'intakeProgress', id, progress: message.progress })
    else if ('part' in message) tell({ do: 'intakePart', id, part: message.part })
    else if ('reply' in message) answer({ do: 'intakeReply', id, reply: message.reply })
    else answer({ do: 'intakeFailed', id, reason: message.defect, ...(message.code === undefined ? {} : { code: message.code }) })
  })
  child.on('exit', (code) => {
    answer({ do: 'intakeFailed', id, reason: `the ${script} process ended (${String(code)})` })
  })
  child.postMessage(task)
}

export const cancelIntake = (id: number): void => {
  running.get(id)?.kill()
}

/** The same as a function, for a command line that runs in this process. */
export const intakeHere =
  (outFolder: string, script: Script): RunIntake =>
  (task, { onProgress, onPart, signal }) =>
    new Promise((resolve, reject) => {
      const id = -1 - running.size // apart from the numbers of the store process
      signal?.addEventListener('abort', () => cancelIntake(id))
      runIntake(outFolder, { id, script, task }, (message) => {
        if (message.do === 'intakeProgress') onProgress?.(message.progress)
        else if (message.do === 'intakePart') onPart?.(message.part)
        else if (message.do === 'intakeReply') resolve(message.reply)
        else if (message.do === 'intakeFailed') reject(Object.assign(new Error(message.reason), { code: message.code }))
      })
    })
